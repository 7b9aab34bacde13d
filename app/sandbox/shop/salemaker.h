// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace ponte::sandbox {

/// Invents the sales of a shop: the same seed and number always give the same sale, and no two numbers of a seed share
/// a CPF.
class SaleMaker
{
public:
    SaleMaker(quint64 seed, const QList<int> &companies);

    [[nodiscard]] QString id(quint64 number) const;
    /// The body of inserirMatricula.
    [[nodiscard]] QJsonObject sale(quint64 number) const;

private:
    struct Person;
    [[nodiscard]] Person person(quint64 number, int role) const;
    [[nodiscard]] QString cpf(quint64 number, int role) const;
    [[nodiscard]] quint64 random(quint64 number, int purpose) const;

    quint64 m_seed;
    QList<int> m_companies;
};

} // namespace ponte::sandbox
