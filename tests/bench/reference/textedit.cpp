// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
//
// What Qt's own editor needs to show a text: prints the milliseconds from the beginning of reading a file to the first
// paint with its text in it.
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QPlainTextEdit>
#include <QTimer>

#include <cstdio>

namespace {

class Editor final : public QPlainTextEdit
{
public:
    QElapsedTimer m_begun;
    bool m_isTold = false;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPlainTextEdit::paintEvent(event);
        if (m_begun.isValid() && !m_isTold && !document()->isEmpty()) {
            m_isTold = true;
            std::printf("%lld\n", static_cast<long long>(m_begun.elapsed()));
            std::fflush(stdout);
            QApplication::quit();
        }
    }
};

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    Editor editor;
    editor.setReadOnly(true);
    editor.setLineWrapMode(QPlainTextEdit::NoWrap);
    editor.resize(700, 500);
    editor.show();
    QTimer::singleShot(200, &editor, [&editor] {
        editor.m_begun.start();
        QFile file(QApplication::arguments().value(1));
        if (!file.open(QIODevice::ReadOnly))
            QApplication::exit(1);
        editor.setPlainText(QString::fromUtf8(file.readAll()));
    });
    return QApplication::exec();
}
