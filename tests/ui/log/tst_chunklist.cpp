// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "ui/log/chunklist.h"

#include <QtTest>

using ponte::log::Cursor;
using ponte::ui::ChunkList;

class ChunkListTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsWithOnePlacedChunk()
    {
        ChunkList chunks;
        chunks.reset(7);
        QCOMPARE(chunks.rowCount(), 7);
        QCOMPARE(chunks.count(), 1);
        QVERIFY(chunks.at(0).isPlaced);
        QVERIFY(!chunks.at(0).after);
    }

    void appendsInPages()
    {
        ChunkList chunks;
        chunks.reset(ChunkList::pageSize);
        chunks.append(600);
        QCOMPARE(chunks.count(), 4);
        QCOMPARE(chunks.rowCount(), 856);
        QCOMPARE(chunks.at(3).rows, 88);
        QVERIFY(!chunks.at(1).isPlaced);
    }

    void findsTheChunkOfARow_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("chunk");
        QTest::addColumn<int>("offset");
        QTest::newRow("first row") << 0 << 0 << 0;
        QTest::newRow("last row of a chunk") << 255 << 0 << 255;
        QTest::newRow("first row of the next chunk") << 256 << 1 << 0;
        QTest::newRow("last row of all") << 599 << 2 << 87;
    }

    void findsTheChunkOfARow()
    {
        QFETCH(int, row);
        ChunkList chunks;
        chunks.reset(256);
        chunks.append(344);
        const ChunkList::Place place = chunks.placeOf(row);
        QTEST(place.chunk, "chunk");
        QTEST(place.offset, "offset");
    }

    void passesOverAnEmptyChunk()
    {
        ChunkList chunks;
        chunks.reset(256);
        chunks.append(512);
        chunks.resize(1, 0);
        QCOMPARE(chunks.placeOf(256).chunk, 2);
        QCOMPARE(chunks.placeOf(256).offset, 0);
        QCOMPARE(chunks.rowCount(), 512);
    }

    void readsFromTheLastChunkThatIsPlaced()
    {
        ChunkList chunks;
        chunks.reset(256);
        chunks.append(1024);
        chunks.place(1, Cursor {900, 900});
        QCOMPARE(chunks.lastPlaced(4), 1);
        QCOMPARE(chunks.lastPlaced(1), 1);
        QCOMPARE(chunks.lastPlaced(0), 0);
    }

    void rowsAtTheTopMoveTheOthers()
    {
        ChunkList chunks;
        chunks.reset(256);
        chunks.append(256);
        chunks.prepend(10);
        QCOMPARE(chunks.firstRow(1), 266);
        QCOMPARE(chunks.rowCount(), 522);
    }

    void splitsTheFirstChunkAndKeepsNames()
    {
        ChunkList chunks;
        chunks.reset(256);
        chunks.append(256);
        const qint64 second = chunks.at(1).id;
        chunks.prepend(300);
        chunks.splitFirst(256, Cursor {44, 44});
        QCOMPARE(chunks.count(), 3);
        QCOMPARE(chunks.at(1).rows, 300);
        QCOMPARE(chunks.at(1).after->id, 44);
        QVERIFY(chunks.at(1).isPlaced);
        QCOMPARE(chunks.at(2).id, second);
        QCOMPARE(chunks.rowCount(), 812);
    }

    void ordersCursorsAsTheSortDoes()
    {
        using ponte::ui::standsBefore;
        const ponte::log::Sort newest;
        const ponte::log::Sort oldest {ponte::log::SortColumn::CreatedAt, false};
        QVERIFY(standsBefore({9, 9}, {8, 8}, newest));
        QVERIFY(!standsBefore({8, 8}, {8, 8}, newest));
        QVERIFY(standsBefore({100, 1}, {100, 2}, oldest));
        QVERIFY(standsBefore({99, 7}, {100, 2}, oldest));
    }
};

QTEST_GUILESS_MAIN(ChunkListTest)
#include "tst_chunklist.moc"
