// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
//
// What a window with a table costs in Qt before a program does anything of its own.
#include <QApplication>
#include <QMainWindow>
#include <QStandardItemModel>
#include <QTableView>

#include <cstdio>

namespace {

class Window final : public QMainWindow
{
protected:
    bool event(QEvent *event) override
    {
        const bool handled = QMainWindow::event(event);
        if (event->type() == QEvent::Paint && !m_wasPainted) {
            m_wasPainted = true;
            // Queued, so that what stands in the window is painted by then.
            QMetaObject::invokeMethod(
                this, [] { std::fputs("first paint\n", stderr); }, Qt::QueuedConnection);
        }
        return handled;
    }

private:
    bool m_wasPainted = false;
};

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    QStandardItemModel model;
    QTableView table;
    table.setModel(&model);
    Window window;
    window.setCentralWidget(&table);
    window.resize(1280, 800);
    window.show();
    const int status = QApplication::exec();
    window.takeCentralWidget();
    return status;
}
