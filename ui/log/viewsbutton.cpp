// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/viewsbutton.h"

#include "ui/log/viewdialog.h"
#include "ui/widgets/session.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QMenu>
#include <QPointer>

#include <algorithm>

namespace ponte::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int widestName = 150;

QString placeOfViews()
{
    return u"log"_s;
}

} // namespace

ViewsButton::ViewsButton(const Session &session, QWidget *parent)
    : QToolButton(parent)
    , m_session(session)
{
    setObjectName(u"savedViews"_s);
    setIcon(themeIcon(u"bookmarks"_s));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    setMenu(new QMenu(this));
    connect(menu(), &QMenu::aboutToShow, this, &ViewsButton::fillMenu);
    showText();
}

ViewsButton::~ViewsButton()
{
    m_ticket.cancel();
}

void ViewsButton::read(std::function<void()> then)
{
    if (!m_session.views) {
        then();
        return;
    }
    struct Found {
        QList<security::SavedView> views;
        QStringList profiles;
    };
    m_ticket.cancel();
    const auto work = [actor = m_session.actor](storage::Connection &connection) -> Result<Found> {
        auto views = security::SavedViews::list(actor, connection, placeOfViews());
        if (!views)
            return tl::unexpected(views.error());
        const auto profiles = security::SavedViews::profilesToShareWith(actor, connection);
        return Found {*views, profiles.value_or(QStringList())};
    };
    m_ticket =
        m_session.database.reads().read<Found>(this, work, [this, then = std::move(then)](const Result<Found> &found) {
            if (found) {
                m_views = found->views;
                m_profiles = found->profiles;
                showText();
            }
            then();
        });
}

bool ViewsButton::chooseDefault()
{
    const auto found =
        std::find_if(m_views.begin(), m_views.end(), [](const security::SavedView &view) { return view.isDefault; });
    if (found == m_views.end())
        return false;
    choose(*found);
    return true;
}

const security::SavedView *ViewsButton::chosen() const
{
    const auto found = std::find_if(m_views.begin(), m_views.end(),
                                    [this](const security::SavedView &view) { return view.id == m_chosen; });
    return found == m_views.end() ? nullptr : &*found;
}

void ViewsButton::choose(const security::SavedView &view)
{
    const QString content = view.content;
    m_chosen = view.id;
    Q_EMIT viewChosen(content, view.name);
    showText();
}

void ViewsButton::noteContent()
{
    showText();
}

void ViewsButton::fillMenu()
{
    menu()->clear();
    for (const security::SavedView &view : std::as_const(m_views)) {
        const bool isOwn = view.owner == m_session.actor.name();
        QString text = view.name;
        text.replace(u'&', u"&&"_s);
        if (!isOwn)
            text = tr("%1 (of %2)").arg(text, view.owner);
        if (view.isDefault)
            text = tr("%1 · opens with the monitor").arg(text);
        QAction *action = menu()->addAction(text);
        action->setCheckable(true);
        action->setChecked(view.id == m_chosen);
        connect(action, &QAction::triggered, this, [this, view] { choose(view); });
    }
    if (m_views.isEmpty())
        menu()->addAction(tr("No view was saved yet"))->setEnabled(false);
    if (!m_problem.isEmpty())
        menu()->addAction(themeIcon(u"dialog-error"_s), m_problem)->setEnabled(false);
    menu()->addSeparator();
    QAction *saveAs = menu()->addAction(themeIcon(u"document-save-as"_s), tr("Save this view as…"));
    saveAs->setObjectName(u"saveViewAs"_s);
    saveAs->setEnabled(m_session.views != nullptr);
    connect(saveAs, &QAction::triggered, this, [this] {
        security::SavedView view;
        view.place = placeOfViews();
        view.content = m_content();
        edit(view);
    });
    if (const security::SavedView *view = chosen(); view && view->owner == m_session.actor.name())
        fillChosen(*view);
    menu()->addSeparator();
    connect(menu()->addAction(themeIcon(u"edit-link"_s), tr("Copy the link to this view")), &QAction::triggered, this,
            &ViewsButton::copyLinkRequested);
}

void ViewsButton::fillChosen(const security::SavedView &view)
{
    QString name = view.name;
    name.replace(u'&', u"&&"_s);
    QAction *overwrite = menu()->addAction(themeIcon(u"document-save"_s), tr("Save the changes to “%1”").arg(name));
    overwrite->setObjectName(u"overwriteView"_s);
    overwrite->setEnabled(view.content != m_content());
    connect(overwrite, &QAction::triggered, this, [this, view] {
        security::SavedView changed = view;
        changed.content = m_content();
        save(changed, [this](const Result<qint64> &saved) {
            m_problem = saved ? QString() : saved.error().message;
            showText();
        });
    });
    QAction *change = menu()->addAction(themeIcon(u"document-edit"_s), tr("Name and share “%1”…").arg(name));
    change->setObjectName(u"editView"_s);
    connect(change, &QAction::triggered, this, [this, view] { edit(view); });
    QAction *removal = menu()->addAction(themeIcon(u"edit-delete"_s), tr("Remove “%1”").arg(name));
    removal->setObjectName(u"removeView"_s);
    connect(removal, &QAction::triggered, this, [this, view] { remove(view); });
}

void ViewsButton::edit(const security::SavedView &view)
{
    auto *dialog = new ViewDialog(view, m_profiles, window());
    connect(dialog, &ViewDialog::saveRequested, this, [this, dialog = QPointer(dialog)] {
        save(dialog->view(), [dialog](const Result<qint64> &saved) {
            if (!dialog)
                return;
            if (saved)
                dialog->accept();
            else
                dialog->showRefusal(saved.error().message);
        });
    });
    dialog->open();
}

void ViewsButton::save(const security::SavedView &view, const std::function<void(const Result<qint64> &)> &done)
{
    const auto known = std::find_if(m_views.begin(), m_views.end(),
                                    [&view](const security::SavedView &other) { return other.id == view.id; });
    const bool wasDefault = known != m_views.end() && known->isDefault;
    const auto work = [&views = *m_session.views, actor = m_session.actor, view, wasDefault]() -> Result<qint64> {
        const Result<qint64> id = views.save(actor, view);
        if (!id || view.isDefault == wasDefault)
            return id;
        const Result<> set =
            views.setDefault(actor, placeOfViews(), view.isDefault ? std::optional(*id) : std::nullopt);
        return set ? id : tl::unexpected(set.error());
    };
    m_hands.call<qint64>(this, work, [this, done](const Result<qint64> &id) {
        if (id)
            m_chosen = *id;
        read([done, id] { done(id); });
    });
}

void ViewsButton::remove(const security::SavedView &view)
{
    const auto work = [&views = *m_session.views, actor = m_session.actor, id = view.id]() -> Result<bool> {
        const Result<> removed = views.remove(actor, id);
        return removed ? Result<bool>(true) : tl::unexpected(removed.error());
    };
    m_hands.call<bool>(this, work, [this](const Result<bool> &removed) {
        m_problem = removed ? QString() : removed.error().message;
        if (removed)
            m_chosen = 0;
        read([this] { showText(); });
    });
}

void ViewsButton::showText()
{
    const security::SavedView *view = chosen();
    const bool isChanged = view && m_content && view->content != m_content();
    const QString name = view ? fontMetrics().elidedText(view->name, Qt::ElideRight, widestName) : tr("Views");
    setText(isChanged ? name + u" *"_s : name);
    setToolTip(isChanged ? tr("%1, changed since").arg(view->name) : tr("Saved views, and the link to this one"));
    setAccessibleName(view ? tr("Saved view: %1").arg(view->name) : tr("Saved views"));
}

void ViewsButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showText();
    QToolButton::changeEvent(event);
}

} // namespace ponte::ui
