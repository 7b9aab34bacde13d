// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/parameters/draft.h"

#include <QtTest>

using namespace Qt::StringLiterals;
using namespace ponte;
using parameters::Scope;
using ui::Draft;

class DraftTest final : public QObject
{
    Q_OBJECT

private:
    static parameters::Value value(const QString &key, const QString &text, qint64 version, bool isSecret = false)
    {
        parameters::Value stored;
        stored.key = key;
        stored.value = text;
        stored.isSecret = isSecret;
        stored.isSet = true;
        stored.version = version;
        stored.changedBy = u"joão"_s;
        return stored;
    }
    const Draft::Field m_address {u"address"_s, {}};
    const Draft::Field m_token {u"token"_s, {}};

private Q_SLOTS:
    void typingTheOldValueBackLeavesNothingToSave()
    {
        Draft draft;
        draft.setStored({value(u"address"_s, u"https://a"_s, 1)});
        draft.setText(m_address, u"https://ab"_s);
        QVERIFY(draft.isChanged());
        draft.setText(m_address, u"https://a"_s);
        QVERIFY(!draft.isChanged());
        QVERIFY(draft.changes().isEmpty());
    }

    void anUnsetValueIsEmpty()
    {
        Draft draft;
        draft.setText(m_address, u"x"_s);
        QVERIFY(draft.isChanged());
        draft.setText(m_address, {});
        QVERIFY(!draft.isChanged());
    }

    void changesOfAllScopesAreSavedTogether()
    {
        Draft draft;
        draft.setText({u"user"_s, Scope::ofCompany(CompanyId(2))}, u"a"_s);
        draft.setText({u"user"_s, Scope::ofCompany(CompanyId(3))}, u"b"_s);
        QCOMPARE(draft.changes().size(), 2);
        QCOMPARE(draft.changes().first().expectedVersion, 0);
    }

    void aSecretIsChangedByTypingAndRemovedOnPurposeOnly()
    {
        Draft draft;
        draft.setStored({value(u"token"_s, {}, 4, true)});
        draft.setText(m_token, {});
        QVERIFY(!draft.isChanged());
        draft.setText(m_token, u"new"_s);
        QCOMPARE(draft.changes().first().value, u"new"_s);
        draft.setText(m_token, {});
        QVERIFY(!draft.isChanged());
        draft.setSecretRemoved(m_token, true);
        QVERIFY(draft.isSecretRemoved(m_token));
        QCOMPARE(draft.changes().first().value, QString());
        QCOMPARE(draft.changes().first().expectedVersion, 4);
        draft.setSecretRemoved(m_token, false);
        QVERIFY(!draft.isChanged());
    }

    void anotherPersonsChangeIsNoticedButNotTakenOver()
    {
        Draft draft;
        draft.setStored({value(u"address"_s, u"a"_s, 1)});
        draft.setText(m_address, u"mine"_s);
        draft.setStored({value(u"address"_s, u"theirs"_s, 2)});
        QVERIFY(draft.isOvertaken(m_address));
        QCOMPARE(draft.text(m_address), u"mine"_s);
        QCOMPARE(draft.changes().first().expectedVersion, 1);
        draft.acceptOvertaken();
        QVERIFY(!draft.isOvertaken(m_address));
        QCOMPARE(draft.changes().first().expectedVersion, 2);
    }

    void aDraftThatSomeoneElseSavedIsDone()
    {
        Draft draft;
        draft.setStored({value(u"address"_s, u"a"_s, 1)});
        draft.setText(m_address, u"b"_s);
        draft.setStored({value(u"address"_s, u"b"_s, 2)});
        QVERIFY(!draft.isChanged());
    }
};

QTEST_GUILESS_MAIN(DraftTest)
#include "tst_draft.moc"
