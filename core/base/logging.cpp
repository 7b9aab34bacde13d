// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/base/logging.h"

#include "core/base/redaction.h"

#include <QDateTime>

#include <cstdio>

namespace ponte {

Q_LOGGING_CATEGORY(lcStorage, "ponte.storage", QtInfoMsg)
Q_LOGGING_CATEGORY(lcHttp, "ponte.http", QtInfoMsg)
Q_LOGGING_CATEGORY(lcWork, "ponte.work", QtInfoMsg)
Q_LOGGING_CATEGORY(lcRm, "ponte.rm", QtInfoMsg)
Q_LOGGING_CATEGORY(lcLojaClick, "ponte.lojaclick", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSecurity, "ponte.security", QtInfoMsg)
Q_LOGGING_CATEGORY(lcUi, "ponte.ui", QtInfoMsg)

namespace {

QLatin1String levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return QLatin1String("debug");
    case QtInfoMsg:
        return QLatin1String("info");
    case QtWarningMsg:
        return QLatin1String("warning");
    case QtCriticalMsg:
        return QLatin1String("error");
    case QtFatalMsg:
        return QLatin1String("fatal");
    }
    return QLatin1String("unknown");
}

// Text from outside must neither forge a second line nor steer the terminal that shows it.
QString onOneLine(const QString &text)
{
    QString line;
    line.reserve(text.size());
    for (const QChar c : text) {
        if (c == u'\n')
            line += QLatin1String("\\n");
        else if (c == u'\r')
            line += QLatin1String("\\r");
        else if (c == u'\t' || c.category() != QChar::Other_Control)
            line += c;
        else
            line += QLatin1String("\\x") + QString::number(c.unicode(), 16).rightJustified(2, u'0');
    }
    return line;
}

void writeMessage(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    const QString time = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    const QString category = QString::fromLatin1(context.category != nullptr ? context.category : "default");
    const QString line =
        time + u' ' + levelName(type) + u' ' + category + QLatin1String(": ") + onOneLine(redacted(text)) + u'\n';
    const QByteArray bytes = line.toUtf8();
    // One call per line, so that the lines of several threads do not run into each other.
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
    std::fflush(stderr);
}

} // namespace

void installLogging()
{
    qInstallMessageHandler(writeMessage);
}

} // namespace ponte
