// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include "ui/widgets/place.h"

class QPushButton;
class QTextBrowser;

namespace ponte::ui {

class Language;

/// The help inside of the program, a page by place. A language without pages of its own gets the English ones.
class HelpPage final : public Place
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HelpPage)

public:
    explicit HelpPage(const Language &language, QWidget *parent = nullptr);

    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    /// The page of a place; the first page where it has none.
    void showTab(const QString &placeId) override;
    [[nodiscard]] QString page() const { return m_page; }

Q_SIGNALS:
    void backRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showPage(const QString &page);
    void retranslate();

    const Language &m_language;
    QString m_page;
    QPushButton *m_back;
    QPushButton *m_contents;
    QTextBrowser *m_text;
};

} // namespace ponte::ui
