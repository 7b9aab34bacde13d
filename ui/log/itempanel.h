// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "core/log/types.h"
#include "ui/log/itemmodel.h"

#include <QWidget>

#include <optional>

class QLabel;
class QSplitter;
class QToolButton;

namespace ponte::ui {

class Grid;
class PayloadView;
class ViewState;
struct Session;

/// The drill-down of the monitor: the executions of the chosen record, and what each sent and received.
class ItemPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ItemPanel)

public:
    ItemPanel(const Session &session, const LogNames &names, ViewState &viewState, QWidget *parent = nullptr);

    ~ItemPanel() override;

    void setRecord(const log::Record &record);
    void clear();
    void focusItems();

Q_SIGNALS:
    void escaped();
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setupHeading();
    void setupItems(ViewState &viewState);
    void retranslate();
    void showHeading();
    void showItem(int row);
    void chooseNewest();
    void copyRows(const QList<int> &rows);

    const LogNames &m_names;
    ItemModel m_model;
    QLabel *m_title;
    QLabel *m_summary;
    QToolButton *m_close;
    QSplitter *m_splitter;
    Grid *m_grid;
    PayloadView *m_payload;
    std::optional<log::Record> m_record;
};

} // namespace ponte::ui
