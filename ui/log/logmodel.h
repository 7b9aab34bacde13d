// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/base/clock.h"
#include "core/storage/readpool.h"
#include "ui/log/chunklist.h"
#include "ui/log/logcolumns.h"
#include "ui/log/logqueries.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QIcon>
#include <QSet>
#include <QTimer>

namespace ponte::ui {

/// The log records that match a filter, as rows of a grid, over keyset pages: only pages near what is seen are held,
/// nothing is counted beyond LogReader's limit, and the database does all sorting. Rows once shown stay where they are
/// until the next query, even when they no longer match; new ones come in at the top, and only when they are let in.
class LogModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LogModel)

public:
    enum class State { Idle, Searching, Ready, Failed };
    static constexpr int heldPages = 32;
    static constexpr int copyLimit = 10'000;

    LogModel(storage::ReadPool &reads, const Clock &clock, const LogNames &names, QObject *parent = nullptr);
    ~LogModel() override;

    /// Who looks: personal data that this person may not see is masked before it gets here. Nothing is masked where
    /// nobody was named.
    void setActor(const security::Actor &actor) { m_actor = actor; }

    void setQuery(const log::Filter &filter, const log::Sort &sort);
    [[nodiscard]] const log::Filter &filter() const { return m_filter; }
    [[nodiscard]] const log::Sort &order() const { return m_sort; }

    /// Reads the same query anew from the top.
    void reload();
    /// Asks for what changed: rows in sight and new ones. Does nothing while an earlier question is open.
    void refresh();
    /// Whether new rows come in by themselves (the person looks at the top) or wait until letNewRowsIn().
    void setFollowing(bool following);
    void letNewRowsIn();
    /// The rows in sight: those near them are read ahead, those in sight are kept fresh.
    void setVisibleRows(int first, int last);

    [[nodiscard]] const log::Record *recordAt(int row) const; ///< none where the row is not held
    [[nodiscard]] int rowOf(LogRecordId id) const; ///< among rows held; -1
    /// Looks for a record among the first copyLimit rows; -1 where it is none of them. A later call replaces an
    /// earlier one, whose `done` is not called.
    void locate(LogRecordId id, std::function<void(int row)> done);
    /// Whether a reprocess still has to run it.
    [[nodiscard]] bool isInReprocess(LogRecordId id) const { return m_inReprocess.contains(id); }
    /// Records of ascending rows, at most copyLimit, from memory or the database.
    void fetch(const QList<int> &rows, std::function<void(const Result<QList<log::Record>> &)> done);

    /// When the automatic resend of each company runs next.
    void setNextRuns(const QHash<CompanyId, QDateTime> &nextRuns);
    [[nodiscard]] CellContext cellContext() const { return {m_names, m_clock.now(), m_nextRuns}; }

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] const std::optional<logqueries::Counts> &counts() const { return m_counts; }
    [[nodiscard]] int waitingRows() const { return int(m_waiting.size()); }
    [[nodiscard]] bool moreWaiting() const { return m_moreWaiting; }
    [[nodiscard]] QDateTime readAt() const { return m_readAt; }
    [[nodiscard]] int heldPageCount() const { return int(m_pages.size()); }

    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void stateChanged();
    void countsChanged();
    void waitingChanged();
    void refreshed(); ///< the database answered, changed or not
    void recordChanged(ponte::LogRecordId id);
    void aboutToMoveRows(); ///< rows that changed go to the top: first taken out, then put in
    void rowsWereMoved();

private:
    void setState(State state, const QString &errorText = {});
    void readFirstPage();
    void showFirstPage(const log::Page &page);
    void readCounts();
    void useCounts(const logqueries::Counts &counts);
    void want(int chunk) const;
    void readWanted();
    void readChunk(int chunk);
    void showChunk(qint64 chunkId, int from, const logqueries::WalkResult &result);
    void endAt(int chunk, int rows);
    void resizeChunk(int chunk, int rows);
    void keep(qint64 chunkId, const QList<log::Record> &records);
    void showNews(const logqueries::Answer &answer);
    void updateRecords(const QList<log::Record> &records);
    void insertHead(const QList<log::Record> &head);
    void removeRecord(LogRecordId id);
    void askForReprocess();
    void showReprocess(const QSet<LogRecordId> &inReprocess);
    [[nodiscard]] QVariant statusData(const log::Record &record, int role) const;

    storage::ReadPool &m_reads;
    const Clock &m_clock;
    const LogNames &m_names;
    std::optional<security::Actor> m_actor;
    log::Filter m_filter;
    log::Sort m_sort;
    State m_state = State::Idle;
    QString m_errorText;

    ChunkList m_chunks;
    QHash<qint64, QList<log::Record>> m_pages;
    QList<qint64> m_pagesByAge; // the last is the youngest
    mutable QList<qint64> m_wanted;
    mutable QTimer m_readSoon;
    int m_firstVisible = 0;
    int m_lastVisible = -1;

    std::optional<logqueries::Counts> m_counts;
    QSet<LogRecordId> m_inReprocess; ///< of the rows in sight when they were last asked for
    QList<log::Record> m_waiting;
    bool m_moreWaiting = false;
    bool m_following = true;
    QDateTime m_readAt;
    QHash<CompanyId, QDateTime> m_nextRuns;
    QHash<log::Status, QIcon> m_statusIcons; ///< kept, since an icon draws itself anew for each that is made

    storage::ReadTicket m_firstTicket, m_countTicket, m_pageTicket, m_newsTicket, m_fetchTicket, m_reprocessTicket,
        m_locateTicket;
    bool m_isReadingPage = false;
    bool m_isAskingNews = false;
    QTimer m_askReprocessSoon;
};

} // namespace ponte::ui
