// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QList>
#include <QObject>
#include <QString>

#include <functional>

namespace ponte::ui {

class Place;

/// The places of an open session, in their order. A place is built when it is first asked for, since a person looks
/// at one of them when the program starts.
class PlaceList final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlaceList)

public:
    struct Door {
        QString id; ///< as Place::id()
        std::function<QString()> title; ///< asked again after a change of language
        QString iconName;
        std::function<Place *()> make;
        bool isInNavigation = true; ///< false: reached by menu, palette or status line
    };

    using QObject::QObject;

    void add(Door door);
    void clear();
    [[nodiscard]] int count() const { return int(m_entries.size()); }
    [[nodiscard]] const Door &door(int index) const { return m_entries.at(index).door; }
    [[nodiscard]] int indexOf(const QString &placeId) const; ///< -1 where there is none
    /// Builds it where that was not done yet.
    [[nodiscard]] Place *place(int index);
    /// Only what is built already; else none.
    [[nodiscard]] Place *builtPlace(int index) const;
    [[nodiscard]] QList<Place *> builtPlaces() const;

Q_SIGNALS:
    void built(ponte::ui::Place *place);

private:
    struct Entry {
        Door door;
        Place *place = nullptr;
    };
    QList<Entry> m_entries;
};

} // namespace ponte::ui
