<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Diagnosis</name>
    <message numerus="yes">
        <source>%n company(ies) with a network.</source>
        <translation>
            <numerusform>%n company with a network.</numerusform>
            <numerusform>%n companies with a network.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n program(s) working on sales.</source>
        <translation>
            <numerusform>%n program works on sales.</numerusform>
            <numerusform>%n programs work on sales.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message numerus="yes">
        <source>%n automatic</source>
        <comment>attempts</comment>
        <translation>
            <numerusform>%n automatic</numerusform>
            <numerusform>%n automatic</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n manual</source>
        <comment>attempts</comment>
        <translation>
            <numerusform>%n manual</numerusform>
            <numerusform>%n manual</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tries so far</source>
        <translation>
            <numerusform>%n try so far</numerusform>
            <numerusform>%n tries so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>it did not answer %n times in a row</source>
        <translation>
            <numerusform>it did not answer %n time</numerusform>
            <numerusform>it did not answer %n times in a row</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>there were %n automatic attempts</source>
        <translation>
            <numerusform>there was %n automatic attempt</numerusform>
            <numerusform>there were %n automatic attempts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempts are left before it is cancelled</source>
        <translation>
            <numerusform>%n attempt is left before it is cancelled</numerusform>
            <numerusform>%n attempts are left before it is cancelled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ponte::ui::BatchPanel</name>
    <message numerus="yes">
        <source>Show the %n that &amp;failed in the monitor</source>
        <translation>
            <numerusform>Show the one that &amp;failed in the monitor</numerusform>
            <numerusform>Show the %n that &amp;failed in the monitor</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ponte::ui::CheckMenu</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ponte::ui::CodeView</name>
    <message numerus="yes">
        <source>… %Ln line(s)</source>
        <translation>
            <numerusform>… %Ln line</numerusform>
            <numerusform>… %Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ponte::ui::CompaniesTab</name>
    <message numerus="yes">
        <source>%n row(s) read from RM.</source>
        <translation>
            <numerusform>%n row read from RM.</numerusform>
            <numerusform>%n rows read from RM.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ponte::ui::DiffView</name>
    <message numerus="yes">
        <source>%Ln difference(s)</source>
        <translation>
            <numerusform>%Ln difference</numerusform>
            <numerusform>%Ln differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ponte::ui::FilterBar</name>
    <message numerus="yes">
        <source>%n chosen record(s)</source>
        <translation>
            <numerusform>%n chosen record</numerusform>
            <numerusform>%n chosen records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %n automatic attempt(s)</source>
        <translation>
            <numerusform>At least %n automatic attempt</numerusform>
            <numerusform>At least %n automatic attempts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ponte::ui::HealthLine</name>
    <message numerus="yes">
        <source>%n worker(s)</source>
        <translation>
            <numerusform>%n worker</numerusform>
            <numerusform>%n workers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ponte::ui::LookupStore</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ponte::ui::MonitorPage</name>
    <message numerus="yes">
        <source>More than %n new</source>
        <translation>
            <numerusform>More than %n new</numerusform>
            <numerusform>More than %n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notice(s) are being sent again; nothing else is repeated.</source>
        <translation>
            <numerusform>%n notice is being sent again; nothing else is repeated.</numerusform>
            <numerusform>%n notices are being sent again; nothing else is repeated.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ponte::ui::OverviewCards</name>
    <message numerus="yes">
        <source>and %n more compan(y/ies): choose one above</source>
        <translation>
            <numerusform>and %n more company: choose one above</numerusform>
            <numerusform>and %n more companies: choose one above</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n program(s) at work</source>
        <translation>
            <numerusform>%n program at work</numerusform>
            <numerusform>%n programs at work</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ponte::ui::ParameterActions</name>
    <message numerus="yes">
        <source>%n value(s) read from the file; look at them and save.</source>
        <translation>
            <numerusform>%n value read from the file; look at it and save.</numerusform>
            <numerusform>%n values read from the file; look at them and save.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ponte::ui::ParametersPage</name>
    <message numerus="yes">
        <source>%n change(s) not saved</source>
        <translation>
            <numerusform>%n change not saved</numerusform>
            <numerusform>%n changes not saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ponte::ui::PayloadSearchPanel</name>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ponte::ui::PayloadView</name>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln control character(s) stand in this text, as in binary data; each is shown by a symbol.</source>
        <translation>
            <numerusform>%Ln control character stands in this text, as in binary data; it is shown by a symbol.</numerusform>
            <numerusform>%Ln control characters stand in this text, as in binary data; each is shown by a symbol.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) arrived as bytes that are no UTF-8; each is shown as “�”.</source>
        <translation>
            <numerusform>%Ln character arrived as bytes that are no UTF-8; it is shown as “�”.</numerusform>
            <numerusform>%Ln characters arrived as bytes that are no UTF-8; each is shown as “�”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ponte::ui::PlanScope</name>
    <message numerus="yes">
        <source>The %n &amp;selected record(s)</source>
        <translation>
            <numerusform>The &amp;selected record</numerusform>
            <numerusform>The %n &amp;selected records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ponte::ui::PreviewPanel</name>
    <message numerus="yes">
        <source>All %n row(s), as the file will have them</source>
        <translation>
            <numerusform>The only row, as the file will have it</numerusform>
            <numerusform>All %n rows, as the file will have them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ponte::ui::SaleRecords</name>
    <message numerus="yes">
        <source>Sale %1 · %Ln record(s)</source>
        <translation>
            <numerusform>Sale %1 · %Ln record</numerusform>
            <numerusform>Sale %1 · %Ln records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ponte::ui::SignatureModel</name>
    <message numerus="yes">
        <source>Of %Ln repetition(s) so far %1 succeeded (%2).</source>
        <translation>
            <numerusform>Of %Ln repetition so far %1 succeeded (%2).</numerusform>
            <numerusform>Of %Ln repetitions so far %1 succeeded (%2).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ponte::ui::StatusLine</name>
    <message numerus="yes">
        <source>%n job(s) running</source>
        <translation>
            <numerusform>%n job running</numerusform>
            <numerusform>%n jobs running</numerusform>
        </translation>
    </message>
</context>
</TS>
