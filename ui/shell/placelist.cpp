// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/shell/placelist.h"

#include "ui/widgets/place.h"

namespace ponte::ui {

void PlaceList::add(Door door)
{
    m_entries.append({std::move(door), nullptr});
}

void PlaceList::clear()
{
    for (const Entry &entry : std::exchange(m_entries, {}))
        delete entry.place;
}

int PlaceList::indexOf(const QString &placeId) const
{
    for (int index = 0; index < count(); ++index) {
        if (m_entries.at(index).door.id == placeId)
            return index;
    }
    return -1;
}

Place *PlaceList::place(int index)
{
    if (Place *known = builtPlace(index))
        return known;
    Place *made = m_entries.at(index).door.make();
    m_entries[index].place = made;
    Q_EMIT built(made);
    return made;
}

Place *PlaceList::builtPlace(int index) const
{
    return index >= 0 && index < count() ? m_entries.at(index).place : nullptr;
}

QList<Place *> PlaceList::builtPlaces() const
{
    QList<Place *> places;
    for (const Entry &entry : m_entries) {
        if (entry.place)
            places.append(entry.place);
    }
    return places;
}

} // namespace ponte::ui
