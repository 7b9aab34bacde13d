<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>see the log monitor</source>
        <translation>ver el monitor de log</translation>
    </message>
    <message>
        <source>see personal data unmasked</source>
        <translation>ver datos personales sin máscara</translation>
    </message>
    <message>
        <source>reprocess data</source>
        <translation>reprocesar datos</translation>
    </message>
    <message>
        <source>change schedules</source>
        <translation>cambiar programaciones</translation>
    </message>
    <message>
        <source>see the parameters</source>
        <translation>ver los parámetros</translation>
    </message>
    <message>
        <source>change the parameters</source>
        <translation>cambiar los parámetros</translation>
    </message>
    <message>
        <source>change connections</source>
        <translation>cambiar conexiones</translation>
    </message>
    <message>
        <source>change API clients</source>
        <translation>cambiar clientes de la API</translation>
    </message>
    <message>
        <source>export reports</source>
        <translation>exportar informes</translation>
    </message>
    <message>
        <source>change people and profiles</source>
        <translation>cambiar personas y perfiles</translation>
    </message>
    <message>
        <source>in company %1</source>
        <translation>en la coligada %1</translation>
    </message>
    <message>
        <source>in all companies</source>
        <translation>en todas las coligadas</translation>
    </message>
    <message>
        <source>&apos;%1&apos; may not %2 %3.</source>
        <translation>&apos;%1&apos; no puede %2 %3.</translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message>
        <source>Say in %1 to %2 characters why you need to see it.</source>
        <translation>Diga, con %1 a %2 caracteres, por qué necesita verlo.</translation>
    </message>
    <message>
        <source>Event %1 is missing.</source>
        <translation>Falta el evento %1.</translation>
    </message>
    <message>
        <source>Event %1 was changed, or one before it was replaced.</source>
        <translation>El evento %1 fue alterado, o uno anterior fue cambiado.</translation>
    </message>
</context>
<context>
    <name>Bundle</name>
    <message>
        <source>The file %1 cannot be written: %2</source>
        <translation>El archivo %1 no se puede escribir: %2</translation>
    </message>
    <message>
        <source>There is no such execution of log record %1.</source>
        <translation>El log %1 no tiene esa ejecución.</translation>
    </message>
</context>
<context>
    <name>Configuration</name>
    <message>
        <source>set on %1</source>
        <translation>definido el %1</translation>
    </message>
</context>
<context>
    <name>ConnectionCheck</name>
    <message>
        <source>The name &apos;%1&apos; is not known: %2</source>
        <translation>El nombre &apos;%1&apos; no se conoce: %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is %2.</source>
        <translation>&apos;%1&apos; es %2.</translation>
    </message>
    <message>
        <source>Nothing answers at %1: %2</source>
        <translation>Nada responde en %1: %2</translation>
    </message>
    <message>
        <source>%1 accepts connections at %2.</source>
        <translation>%1 acepta conexiones en %2.</translation>
    </message>
    <message>
        <source>The address starts with http: credentials and personal data travel unencrypted.</source>
        <translation>La dirección empieza con http: las credenciales y los datos personales viajan sin cifrar.</translation>
    </message>
    <message>
        <source>The encrypted connection fails: %1</source>
        <translation>La conexión cifrada falla: %1</translation>
    </message>
    <message>
        <source>%1, the certificate is valid until %2.</source>
        <translation>%1, el certificado es válido hasta %2.</translation>
    </message>
    <message>
        <source>The credentials are taken.</source>
        <translation>Las credenciales fueron aceptadas.</translation>
    </message>
    <message>
        <source>GET health answers with HTTP %1.</source>
        <translation>GET health responde con HTTP %1.</translation>
    </message>
    <message>
        <source>Not judged: the call that carries them did not end well.</source>
        <translation>No evaluado: la llamada que las lleva no terminó bien.</translation>
    </message>
    <message>
        <source>RM takes the credentials.</source>
        <translation>RM acepta las credenciales.</translation>
    </message>
    <message>
        <source>RM takes the credentials, but will stamp what is written with &apos;%1&apos;, while the integration user is %2.</source>
        <translation>RM acepta las credenciales, pero marcará lo que se grabe con &apos;%1&apos;, mientras que el usuario de la integración es %2.</translation>
    </message>
    <message>
        <source>Not tried, since an earlier check failed.</source>
        <translation>No intentado, porque una verificación anterior falló.</translation>
    </message>
    <message>
        <source>The service is active.</source>
        <translation>El servicio está activo.</translation>
    </message>
</context>
<context>
    <name>ConnectionTrial</name>
    <message>
        <source>%1 is known.</source>
        <translation>%1 es conocido.</translation>
    </message>
    <message>
        <source>A mail server answers at %1.</source>
        <translation>Un servidor de correo responde en %1.</translation>
    </message>
    <message>
        <source>The connection is encrypted, and the certificate is trusted.</source>
        <translation>La conexión está cifrada y el certificado es de confianza.</translation>
    </message>
    <message>
        <source>User and password are taken.</source>
        <translation>Usuario y contraseña son aceptados.</translation>
    </message>
    <message>
        <source>The server is ready; no message was sent.</source>
        <translation>El servidor está listo; no se envió ningún mensaje.</translation>
    </message>
    <message>
        <source>Not tried, since the check before it failed.</source>
        <translation>No se intentó, porque la verificación anterior falló.</translation>
    </message>
    <message>
        <source>No user is given, so none was tried.</source>
        <translation>No se indicó ningún usuario; por eso no se intentó ninguno.</translation>
    </message>
    <message>
        <source>No mail server is set up.</source>
        <translation>No hay ningún servidor de correo configurado.</translation>
    </message>
    <message>
        <source>The stored token goes to %1 alone. Type the token as well to try another server.</source>
        <translation>El token guardado solo se envía a %1. Escriba también el token para probar otro servidor.</translation>
    </message>
    <message>
        <source>The stored password goes to %1 alone. Type the password as well to try another server.</source>
        <translation>La contraseña guardada solo se envía a %1. Escriba también la contraseña para probar otro servidor.</translation>
    </message>
</context>
<context>
    <name>Connections</name>
    <message>
        <source>The network is SENAI, IEL or SESI.</source>
        <translation>La red es SENAI, IEL o SESI.</translation>
    </message>
    <message>
        <source>The company is a number above 0.</source>
        <translation>La coligada es un número mayor que 0.</translation>
    </message>
    <message>
        <source>The connections are rm, erp and mail.</source>
        <translation>Las conexiones son rm, erp y mail.</translation>
    </message>
    <message>
        <source>A new connection needs an address (--url).</source>
        <translation>Una conexión nueva necesita una dirección (--url).</translation>
    </message>
    <message>
        <source>Enter a whole address, such as smtps://mail.example:465.</source>
        <translation>Escriba una dirección completa, como smtps://mail.example:465.</translation>
    </message>
    <message>
        <source>Enter a whole address, such as https://rm.example:8051.</source>
        <translation>Escriba una dirección completa, como https://rm.example:8051.</translation>
    </message>
    <message>
        <source>The address must not hold a user or password.</source>
        <translation>La dirección no puede contener usuario ni contraseña.</translation>
    </message>
    <message>
        <source>Calls in flight are 1 to 64.</source>
        <translation>Las llamadas simultáneas van de 1 a 64.</translation>
    </message>
    <message>
        <source>The time-out is 1 to 600 seconds.</source>
        <translation>El tiempo límite va de 1 a 600 segundos.</translation>
    </message>
</context>
<context>
    <name>DatabaseTrial</name>
    <message>
        <source>The name &apos;%1&apos; is not known: %2</source>
        <translation>El nombre &apos;%1&apos; no se conoce: %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is %2.</source>
        <translation>&apos;%1&apos; es %2.</translation>
    </message>
    <message>
        <source>Nothing answers at %1: %2</source>
        <translation>Nada responde en %1: %2</translation>
    </message>
    <message>
        <source>%1 accepts connections at %2.</source>
        <translation>%1 acepta conexiones en %2.</translation>
    </message>
    <message>
        <source>What answers there is no PostgreSQL server.</source>
        <translation>Lo que responde allí no es un servidor PostgreSQL.</translation>
    </message>
    <message>
        <source>The server encrypts.</source>
        <translation>El servidor cifra.</translation>
    </message>
    <message>
        <source>Not encrypted, and not needed: the server is this machine.</source>
        <translation>Sin cifrado, y no hace falta: el servidor es esta máquina.</translation>
    </message>
    <message>
        <source>The server does not encrypt, and the address asks for it by sslmode=%1.</source>
        <translation>El servidor no cifra, y la dirección lo exige con sslmode=%1.</translation>
    </message>
    <message>
        <source>Not encrypted: personal data travels readable. Add ?sslmode=require to the address.</source>
        <translation>Sin cifrado: los datos personales viajan legibles. Agregue ?sslmode=require a la dirección.</translation>
    </message>
    <message>
        <source>The server lets &apos;%1&apos; in.</source>
        <translation>El servidor acepta a &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>The tables are those of this version.</source>
        <translation>Las tablas son las de esta versión.</translation>
    </message>
</context>
<context>
    <name>Delivery</name>
    <message>
        <source>The period of the report is not known here.</source>
        <translation>El período del informe no se conoce aquí.</translation>
    </message>
    <message>
        <source>The format of the report is not known here.</source>
        <translation>El formato del informe no se conoce aquí.</translation>
    </message>
    <message>
        <source>There is no column &apos;%1&apos;.</source>
        <translation>No existe la columna &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>The language is pt_BR, en or es.</source>
        <translation>El idioma es pt_BR, en o es.</translation>
    </message>
    <message>
        <source>Say which format is written, or ask for the daily summary.</source>
        <translation>Indique el formato o pida el resumen diario.</translation>
    </message>
    <message>
        <source>Choose at least one column.</source>
        <translation>Elija al menos una columna.</translation>
    </message>
    <message>
        <source>Say where the report goes: a folder, e-mail, or both.</source>
        <translation>Indique adónde va el informe: carpeta, correo o ambos.</translation>
    </message>
    <message>
        <source>The folder needs its whole path, such as /srv/relatorios.</source>
        <translation>La carpeta necesita la ruta completa, como /srv/relatorios.</translation>
    </message>
    <message>
        <source>The daily summary goes by e-mail; a folder needs a format.</source>
        <translation>El resumen diario va por correo; una carpeta necesita un formato.</translation>
    </message>
    <message>
        <source>The daily summary goes by e-mail: say to whom.</source>
        <translation>El resumen diario va por correo: indique a quién.</translation>
    </message>
    <message>
        <source>At most %1 addresses; use a list of your mail server for more.</source>
        <translation>Como máximo %1 direcciones; para más, use una lista de su servidor de correo.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no e-mail address.</source>
        <translation>&apos;%1&apos; no es una dirección de correo.</translation>
    </message>
</context>
<context>
    <name>Diagnosis</name>
    <message>
        <source>%1 (company %2)</source>
        <translation>%1 (coligada %2)</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>A file of this computer: %1</source>
        <translation>Un archivo de esta computadora: %1</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tablas</translation>
    </message>
    <message>
        <source>They are those of this version.</source>
        <translation>Son las de esta versión.</translation>
    </message>
    <message>
        <source>Key of the installation</source>
        <translation>Clave de la instalación</translation>
    </message>
    <message>
        <source>This program holds it: %1</source>
        <translation>Este programa la tiene: %1</translation>
    </message>
    <message>
        <source>The file %1 is missing: passwords and tokens cannot be used. Bring it back, or type all of them again.</source>
        <translation>Falta el archivo %1: las contraseñas y los tokens no se pueden usar. Recupérelo o escríbalos todos de nuevo.</translation>
    </message>
    <message>
        <source>The workers hold it; this program asks them for calls outside.</source>
        <translation>Los ejecutores la tienen; este programa les pide las llamadas externas.</translation>
    </message>
    <message>
        <source>Neither this program nor a worker holds it: start ponte-agent serve where PONTE_KEY names it.</source>
        <translation>Ni este programa ni un ejecutor la tiene: inicie ponte-agent serve donde PONTE_KEY la indica.</translation>
    </message>
    <message>
        <source>Connection to RM</source>
        <translation>Conexión con RM</translation>
    </message>
    <message>
        <source>Connection to the ERP</source>
        <translation>Conexión con el ERP</translation>
    </message>
    <message>
        <source>Address, user and password, tested where they are typed.</source>
        <translation>Dirección, usuario y contraseña, probados donde se escriben.</translation>
    </message>
    <message>
        <source>Companies and networks</source>
        <translation>Coligadas y redes</translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) with a network.</source>
        <translation>
            <numerusform>%n coligada con red.</numerusform>
            <numerusform>%n coligadas con red.</numerusform>
        </translation>
    </message>
    <message>
        <source>Say which companies are SENAI, IEL or SESI.</source>
        <translation>Diga qué coligadas son SENAI, IEL o SESI.</translation>
    </message>
    <message>
        <source>Lists of RM</source>
        <translation>Listas de RM</translation>
    </message>
    <message>
        <source>Companies, levels, statuses and users, which the parameters choose from.</source>
        <translation>Coligadas, niveles, situaciones y usuarios, entre los cuales eligen los parámetros.</translation>
    </message>
    <message>
        <source>Parameters: %1</source>
        <translation>Parámetros: %1</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>Falta: %1</translation>
    </message>
    <message>
        <source>Client of the API</source>
        <translation>Cliente de la API</translation>
    </message>
    <message>
        <source>The user name and password with which the Broker sends sales.</source>
        <translation>El usuario y la contraseña con que el Broker envía ventas.</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Ejecutor</translation>
    </message>
    <message numerus="yes">
        <source>%n program(s) working on sales.</source>
        <translation>
            <numerusform>%n programa trabaja en las ventas.</numerusform>
            <numerusform>%n programas trabajan en las ventas.</numerusform>
        </translation>
    </message>
    <message>
        <source>A program that works on sales: the console on a file of its own, else ponte-agent serve.</source>
        <translation>Un programa que trabaja en las ventas: la consola con un archivo propio; si no, ponte-agent serve.</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>Programaciones</translation>
    </message>
    <message>
        <source>None: what the ERP did not take waits for a person.</source>
        <translation>Ninguna: lo que el ERP no aceptó espera a una persona.</translation>
    </message>
    <message>
        <source>%1 of %2 are switched on.</source>
        <translation>%1 de %2 están activas.</translation>
    </message>
    <message>
        <source>Connections of the database server</source>
        <translation>Conexiones del servidor de base de datos</translation>
    </message>
    <message>
        <source>It gives Ponte at most %1, and the workers may need %2 at busy times. Raise max_connections of the server, or the limit of the role or database, or lower the ERP&apos;s calls at a time.</source>
        <translation>Da a Ponte como máximo %1, y los ejecutores pueden necesitar %2 en las horas de más trabajo. Aumente max_connections en el servidor, o el límite del usuario o de la base, o reduzca las llamadas simultáneas al ERP.</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>other system</source>
        <translation>otro sistema</translation>
    </message>
    <message>
        <source>on %1, at the arrival from the Broker</source>
        <translation>el %1, al llegar por el Broker</translation>
    </message>
    <message>
        <source>on %1, in the automatic run &apos;%2&apos;</source>
        <translation>el %1, en la ejecución automática &apos;%2&apos;</translation>
    </message>
    <message>
        <source>on %1, in the reprocess of %2</source>
        <translation>el %1, en el reprocesamiento de %2</translation>
    </message>
    <message>
        <source>on %1, when Ponte sent it</source>
        <translation>el %1, en el envío hecho por Ponte</translation>
    </message>
    <message numerus="yes">
        <source>%n automatic</source>
        <comment>attempts</comment>
        <translation>
            <numerusform>%n automático</numerusform>
            <numerusform>%n automáticos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n manual</source>
        <comment>attempts</comment>
        <translation>
            <numerusform>%n manual</numerusform>
            <numerusform>%n manuales</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>counts of attempts</comment>
        <translation>%1 y %2</translation>
    </message>
    <message>
        <source>It succeeded on %1.</source>
        <translation>Terminó bien el %1.</translation>
    </message>
    <message>
        <source>It succeeded %1.</source>
        <translation>Terminó bien %1.</translation>
    </message>
    <message>
        <source>Attempts after the first one: %1.</source>
        <translation>Intentos después del primero: %1.</translation>
    </message>
    <message>
        <source>No attempt has ended yet.</source>
        <translation>Todavía no terminó ningún intento.</translation>
    </message>
    <message>
        <source>%1 refused our credentials (HTTP %2) %3.</source>
        <translation>El %1 rechazó nuestras credenciales (HTTP %2) %3.</translation>
    </message>
    <message>
        <source>%1 answered so (HTTP %2) %3.</source>
        <translation>Fue la respuesta del %1 (HTTP %2) %3.</translation>
    </message>
    <message>
        <source>No system outside answered so: Ponte stopped there %1.</source>
        <translation>No fue respuesta de otro sistema: el propio Ponte se detuvo ahí %1.</translation>
    </message>
    <message>
        <source>What was done last succeeded, without changing this status, %1.</source>
        <translation>La última ejecución terminó bien, sin cambiar la situación, %1.</translation>
    </message>
    <message>
        <source>%1 pointed to another address (HTTP %2), which is not followed, %3.</source>
        <translation>El %1 remitió a otra dirección (HTTP %2), lo que no se sigue, %3.</translation>
    </message>
    <message>
        <source>%1 neither accepted nor refused (HTTP %2) %3.</source>
        <translation>El %1 no aceptó ni rechazó (HTTP %2) %3.</translation>
    </message>
    <message>
        <source>No answer of %1 came %2.</source>
        <translation>No llegó respuesta del %1 %2.</translation>
    </message>
    <message>
        <source>It is cancelled; no reason was kept.</source>
        <translation>Está cancelado; no se guardó el motivo.</translation>
    </message>
    <message>
        <source>It is cancelled, by rule and by nobody&apos;s hand: %1</source>
        <translation>Lo canceló la regla, no una persona: %1</translation>
    </message>
    <message>
        <source>It last changed on %1.</source>
        <translation>El último cambio fue el %1.</translation>
    </message>
    <message>
        <source>It is being sent to %1 right now.</source>
        <translation>Se está enviando al %1 ahora.</translation>
    </message>
    <message>
        <source>%1 refused the credentials: it is sent again as soon as they change.</source>
        <translation>El %1 rechazó las credenciales: se vuelve a enviar en cuanto cambien.</translation>
    </message>
    <message>
        <source>%1 refused it for good: nothing is sent again by itself.</source>
        <translation>El %1 lo rechazó definitivamente: nada se vuelve a enviar solo.</translation>
    </message>
    <message>
        <source>It is sent again on %1, and so on until it is delivered (%2).</source>
        <translation>Se enviará de nuevo el %1, y así hasta que se entregue (%2).</translation>
    </message>
    <message numerus="yes">
        <source>%n tries so far</source>
        <translation>
            <numerusform>%n envío hasta ahora</numerusform>
            <numerusform>%n envíos hasta ahora</numerusform>
        </translation>
    </message>
    <message>
        <source>&apos;%1&apos; sends it at once; the contract in the ERP is not touched.</source>
        <translation>&apos;%1&apos; lo envía al momento; el contrato en el ERP no se toca.</translation>
    </message>
    <message>
        <source>Reprocess %1 of %2 holds it and is paused: %3.</source>
        <translation>Está en el reprocesamiento %1 de %2, que está en pausa: %3.</translation>
    </message>
    <message>
        <source>Reprocess %1 of %2 holds it and was paused by %3.</source>
        <translation>Está en el reprocesamiento %1 de %2, puesto en pausa por %3.</translation>
    </message>
    <message>
        <source>Reprocess %1 of %2 will run it when its turn comes.</source>
        <translation>El reprocesamiento %1 de %2 lo ejecutará cuando le toque.</translation>
    </message>
    <message>
        <source>The program that worked on it ended; the next program that looks frees it.</source>
        <translation>El programa que trabajaba en él terminó; el próximo que busque trabajo lo libera.</translation>
    </message>
    <message>
        <source>%1 works on it right now (computer %2, process %3).</source>
        <translation>El %1 trabaja en él ahora (equipo %2, proceso %3).</translation>
    </message>
    <message>
        <source>A call to %1 is under way.</source>
        <translation>Hay una llamada al %1 en curso.</translation>
    </message>
    <message>
        <source>Nobody saw how the last call to %1 ended: the next attempt asks first whether it took effect, and sends only if it did not.</source>
        <translation>Nadie vio cómo terminó la última llamada al %1: el próximo intento pregunta primero si tuvo efecto, y solo envía si no lo tuvo.</translation>
    </message>
    <message>
        <source>Calls to %1 are stopped because it refused the credentials; they go on when the connection has others. Nothing is counted meanwhile.</source>
        <translation>Las llamadas al %1 están detenidas porque rechazó las credenciales; siguen cuando la conexión tenga otras. Mientras tanto no se cuenta nada.</translation>
    </message>
    <message>
        <source>Calls to %1 are paused until %2: %3.</source>
        <translation>Las llamadas al %1 están en pausa hasta el %2: %3.</translation>
    </message>
    <message numerus="yes">
        <source>it did not answer %n times in a row</source>
        <translation>
            <numerusform>no respondió %n vez</numerusform>
            <numerusform>no respondió %n veces seguidas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 asked us to wait until %2.</source>
        <translation>El %1 pidió esperar hasta el %2.</translation>
    </message>
    <message>
        <source>Nothing is resent by itself in company %1: the parameter &apos;Number of resend attempts&apos; is empty.</source>
        <translation>Nada se reenvía solo en la coligada %1: el parámetro &apos;Número de intentos de reenvío&apos; está vacío.</translation>
    </message>
    <message>
        <source>Company %1 has no schedule that resends by itself.</source>
        <translation>La coligada %1 no tiene la programación &apos;Reenvío automático&apos;.</translation>
    </message>
    <message>
        <source>The schedule &apos;%1&apos; is running now.</source>
        <translation>La programación &apos;%1&apos; se está ejecutando ahora.</translation>
    </message>
    <message>
        <source>The schedule &apos;%1&apos; of company %2 is off.</source>
        <translation>La programación &apos;%1&apos; de la coligada %2 está apagada.</translation>
    </message>
    <message>
        <source>The run of %1 is late: it begins as soon as a program that runs schedules is there.</source>
        <translation>La ejecución del %1 está atrasada: empieza en cuanto haya un programa que ejecute programaciones.</translation>
    </message>
    <message>
        <source>The run of %1 cancels it without a call: %2, and the maximum is %3 now.</source>
        <translation>La ejecución del %1 lo cancelará sin llamada: %2, y el máximo ahora es %3.</translation>
    </message>
    <message numerus="yes">
        <source>there were %n automatic attempts</source>
        <translation>
            <numerusform>ya hubo %n intento automático</numerusform>
            <numerusform>ya hubo %n intentos automáticos</numerusform>
        </translation>
    </message>
    <message>
        <source>The next automatic attempt is on %1 (%2, %3); %4.</source>
        <translation>El próximo intento automático es el %1 (%2, %3); %4.</translation>
    </message>
    <message numerus="yes">
        <source>%n attempts are left before it is cancelled</source>
        <translation>
            <numerusform>queda %n intento antes de la cancelación</numerusform>
            <numerusform>quedan %n intentos antes de la cancelación</numerusform>
        </translation>
    </message>
    <message>
        <source>If none succeeds, it is cancelled on %1.</source>
        <translation>Si ninguno sale bien, se cancelará el %1.</translation>
    </message>
    <message>
        <source>Reprocessing leaves it out: %1.</source>
        <translation>El reprocesamiento lo deja fuera: %1.</translation>
    </message>
    <message>
        <source>this functionality is run again by the Broker alone</source>
        <translation>esta funcionalidad solo la ejecuta de nuevo el Broker</translation>
    </message>
    <message>
        <source>the contract is effective already</source>
        <translation>el contrato ya se hizo efectivo</translation>
    </message>
    <message>
        <source>it is cancelled, and only what is selected by hand takes cancelled ones</source>
        <translation>está cancelado, y los cancelados solo entran si se seleccionan a mano</translation>
    </message>
    <message>
        <source>Select it and reprocess it: success makes it Success; a failure leaves it cancelled, unless &apos;Begin automatic attempts anew&apos; is checked.</source>
        <translation>Selecciónelo y reprocéselo: si sale bien, pasa a Éxito; si falla, sigue Cancelado, salvo que &apos;Reiniciar los intentos automáticos&apos; esté marcado.</translation>
    </message>
    <message>
        <source>Correct in the SGE or in %1 what the message says, then reprocess it: each attempt is made from the SGE&apos;s data as they are then.</source>
        <translation>Corrija en el SGE o en el %1 lo que dice el mensaje y después reprocéselo: cada intento usa los datos del SGE como estén en ese momento.</translation>
    </message>
    <message>
        <source>Nothing has to be corrected: when %1 answers again, reprocess it or wait for the next run.</source>
        <translation>No hay nada que corregir: cuando el %1 vuelva a responder, reprocéselo o espere la próxima ejecución.</translation>
    </message>
    <message>
        <source>After the correction the Broker sends the sale again; it goes on from what exists already.</source>
        <translation>Después de la corrección el Broker envía la venta de nuevo; sigue desde lo que ya existe.</translation>
    </message>
</context>
<context>
    <name>Http</name>
    <message>
        <source>The body of the request is longer than %1 bytes.</source>
        <translation>El cuerpo de la solicitud tiene más de %1 bytes.</translation>
    </message>
    <message>
        <source>%1 answered with more than %2 bytes, which Ponte does not read. Check there what became of the request, and whether the address is the right one.</source>
        <translation>%1 respondió con más de %2 bytes, que Ponte no lee. Verifique allí qué pasó con la solicitud y si la dirección es la correcta.</translation>
    </message>
    <message>
        <source>No connection to %1 came about in time; nothing was sent. Check the address in the parameters, the network and the firewall.</source>
        <translation>No hubo conexión con %1 a tiempo; no se envió nada. Verifique la dirección en los parámetros, la red y el cortafuegos.</translation>
    </message>
    <message>
        <source>%1 received the request but did not answer in time. Check there what became of it before sending it again.</source>
        <translation>%1 recibió la solicitud, pero no respondió a tiempo. Verifique allí qué pasó con ella antes de enviarla de nuevo.</translation>
    </message>
    <message>
        <source>The call to %1 was cancelled before anything was sent.</source>
        <translation>La llamada a %1 se canceló antes de que se enviara algo.</translation>
    </message>
    <message>
        <source>The call to %1 was cancelled while it was under way. Check there what became of it before sending it again.</source>
        <translation>La llamada a %1 se canceló mientras estaba en curso. Verifique allí qué pasó con ella antes de enviarla de nuevo.</translation>
    </message>
    <message>
        <source>The connection to %1 ended before the whole answer had come. Check there what became of the request before sending it again.</source>
        <translation>La conexión con %1 terminó antes de que llegara la respuesta entera. Verifique allí qué pasó con la solicitud antes de enviarla de nuevo.</translation>
    </message>
    <message>
        <source>The computer of %1 was not found. Check the address in the parameters and the name resolution of this computer.</source>
        <translation>No se encontró el equipo de %1. Verifique la dirección en los parámetros y la resolución de nombres de este equipo.</translation>
    </message>
    <message>
        <source>Nothing accepts connections at %1. Check the address in the parameters, and that the service is running.</source>
        <translation>Nada acepta conexiones en %1. Verifique la dirección en los parámetros y que el servicio esté en marcha.</translation>
    </message>
    <message>
        <source>No secure connection to %1 could be made. Check that the address begins rightly with http or https, and the certificate of the service.</source>
        <translation>No fue posible una conexión segura con %1. Verifique que la dirección empiece correctamente con http o https, y el certificado del servicio.</translation>
    </message>
    <message>
        <source>No usable connection to %1 came about; nothing was sent. Check the network, the firewall and the service.</source>
        <translation>No hubo conexión utilizable con %1; no se envió nada. Verifique la red, el cortafuegos y el servicio.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an address that can be called. Correct it in the parameters; it begins with http:// or https://.</source>
        <translation>&quot;%1&quot; no es una dirección a la que se pueda llamar. Corríjala en los parámetros; empieza con http:// o https://.</translation>
    </message>
    <message>
        <source>The request to %1 was not sent, since it has a header that HTTP does not allow. Check user names and tokens in the parameters.</source>
        <translation>La solicitud a %1 no se envió, porque tiene un encabezado que HTTP no permite. Verifique nombres de usuario y tokens en los parámetros.</translation>
    </message>
    <message>
        <source>The length of the request is ambiguous.</source>
        <translation>El tamaño de la solicitud es ambiguo.</translation>
    </message>
    <message>
        <source>The request was not answered, because of a defect.</source>
        <translation>La solicitud no fue respondida, por causa de un defecto.</translation>
    </message>
    <message>
        <source>There is nothing at this address.</source>
        <translation>No hay nada en esta dirección.</translation>
    </message>
    <message>
        <source>This address does not know the method of the request.</source>
        <translation>Esta dirección no conoce el método de la solicitud.</translation>
    </message>
    <message>
        <source>Port %1 of %2 is taken by another program. End that program, or choose another port.</source>
        <translation>El puerto %1 de %2 está ocupado por otro programa. Termine ese programa o elija otro puerto.</translation>
    </message>
    <message>
        <source>Ponte cannot listen on port %1 of %2. Check that the address belongs to this computer and that the port is allowed.</source>
        <translation>Ponte no puede escuchar en el puerto %1 de %2. Verifique que la dirección pertenezca a este equipo y que el puerto esté permitido.</translation>
    </message>
    <message>
        <source>The server is listening already.</source>
        <translation>El servidor ya está escuchando.</translation>
    </message>
    <message>
        <source>The service is stopping. Send the request again later.</source>
        <translation>El servicio se está deteniendo. Envíe la solicitud de nuevo más tarde.</translation>
    </message>
</context>
<context>
    <name>Integrations</name>
    <message>
        <source>Loja Click integration</source>
        <translation>Integración Loja Click</translation>
    </message>
    <message>
        <source>Loja Click - Import</source>
        <translation>Loja Click - Importación</translation>
    </message>
    <message>
        <source>Loja Click - Export</source>
        <translation>Loja Click - Exportación</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>Responsable Financiero</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Alumno</translation>
    </message>
    <message>
        <source>Student data update</source>
        <translation>Actualización de Datos del Alumno</translation>
    </message>
    <message>
        <source>Course enrolment</source>
        <translation>Matrícula en el Curso/Habilitación</translation>
    </message>
    <message>
        <source>Term enrolment</source>
        <translation>Matrícula en el Período Lectivo</translation>
    </message>
    <message>
        <source>Subject enrolment</source>
        <translation>Matrícula en Asignaturas</translation>
    </message>
    <message>
        <source>CRM pre-contract</source>
        <translation>Precontrato CRM</translation>
    </message>
    <message>
        <source>ERP contract activation</source>
        <translation>Efectivación de Contrato ERP</translation>
    </message>
    <message>
        <source>Notice to the Broker</source>
        <translation>Retorno al Broker</translation>
    </message>
    <message>
        <source>Send notice to the Broker again</source>
        <translation>Reenviar retorno al Broker</translation>
    </message>
    <message>
        <source>Fill in the named parameter on the page Parameters.</source>
        <translation>Complete el parámetro indicado en la página Parámetros.</translation>
    </message>
    <message>
        <source>Set up what the message names on the page Administration.</source>
        <translation>Configure en la página Administración lo que indica el mensaje.</translation>
    </message>
    <message>
        <source>Correct user and password (for the Broker the token) and test the connection.</source>
        <translation>Corrija usuario y contraseña (en el Broker, el token) y pruebe la conexión.</translation>
    </message>
    <message>
        <source>The shop has to send a changed sale under another id; this one stays as it was.</source>
        <translation>La tienda tiene que enviar la venta cambiada con otro id; esta queda como estaba.</translation>
    </message>
    <message>
        <source>Check whether the shop sold the same class twice; there is nothing left to enrol.</source>
        <translation>Verifique si la tienda vendió el mismo grupo dos veces; no queda nada por matricular.</translation>
    </message>
    <message>
        <source>Class, branch, level and course of the sale have to fit together: correct the offer in the shop, or the class in the SGE.</source>
        <translation>Grupo, filial, nivel de enseñanza y curso de la venta tienen que corresponderse: corrija la oferta en la tienda o el grupo en el SGE.</translation>
    </message>
    <message>
        <source>A program ended in the middle of the work; nothing was lost.</source>
        <translation>Un programa terminó en medio del trabajo; no se perdió nada.</translation>
    </message>
    <message>
        <source>The person has to exist in the SGE before the data can be updated.</source>
        <translation>La persona tiene que existir en el SGE antes de que los datos se puedan actualizar.</translation>
    </message>
</context>
<context>
    <name>Log</name>
    <message>
        <source>Log id</source>
        <translation>Id Log</translation>
    </message>
    <message>
        <source>Key fields</source>
        <translation>Campos Clave</translation>
    </message>
    <message>
        <source>Key values</source>
        <translation>Valores Clave</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Functionality</source>
        <translation>Funcionalidad</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>Módulo</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Fecha de Creación</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Última modificación</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Éxito</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Pendiente</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importación</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Programación</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Retorno</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Coligada</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>Venta</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Intentos</translation>
    </message>
    <message>
        <source>Next attempt</source>
        <translation>Próximo intento</translation>
    </message>
    <message>
        <source>Error signature</source>
        <translation>Firma del error</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Antigüedad</translation>
    </message>
    <message>
        <source>%1 automatic, %2 manual</source>
        <translation>%1 automáticos, %2 manuales</translation>
    </message>
</context>
<context>
    <name>LogItem</name>
    <message>
        <source>Item id</source>
        <translation>Id. Ítem Log</translation>
    </message>
    <message>
        <source>Log id</source>
        <translation>Id Log</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Data sent</source>
        <translation>Datos Enviados</translation>
    </message>
    <message>
        <source>Data received</source>
        <translation>Datos Recibidos</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Fecha de Creación</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Última modificación</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>There is no log record %1.</source>
        <translation>No hay registro de log %1.</translation>
    </message>
    <message>
        <source>Log record %1 is no notice that can be sent again.</source>
        <translation>El registro de log %1 no es un retorno que pueda enviarse de nuevo.</translation>
    </message>
    <message>
        <source>This notice is being sent right now.</source>
        <translation>Este retorno se está enviando en este momento.</translation>
    </message>
</context>
<context>
    <name>OutsideDesk</name>
    <message>
        <source>It was cancelled.</source>
        <translation>Fue cancelado.</translation>
    </message>
</context>
<context>
    <name>ParameterFile</name>
    <message>
        <source>&apos;%1&apos; must be a whole number from 1.</source>
        <translation>&apos;%1&apos; debe ser un número entero desde 1.</translation>
    </message>
    <message>
        <source>%1 is kept for all companies: leave out &apos;company&apos; and &apos;level&apos;.</source>
        <translation>%1 se guarda para todas las coligadas: omita &apos;company&apos; y &apos;level&apos;.</translation>
    </message>
    <message>
        <source>%1 is kept per company: give &apos;company&apos; and no &apos;level&apos;.</source>
        <translation>%1 se guarda por coligada: indique &apos;company&apos; y no &apos;level&apos;.</translation>
    </message>
    <message>
        <source>%1 is kept per company and level: give &apos;company&apos; and &apos;level&apos;.</source>
        <translation>%1 se guarda por coligada y nivel: indique &apos;company&apos; y &apos;level&apos;.</translation>
    </message>
    <message>
        <source>There is no parameter &apos;%1&apos;.</source>
        <translation>No existe el parámetro &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>%1 is a secret, which no file carries.</source>
        <translation>%1 es un secreto, que ningún archivo lleva.</translation>
    </message>
    <message>
        <source>The value of %1 must be a text.</source>
        <translation>El valor de %1 debe ser un texto.</translation>
    </message>
    <message>
        <source>The file is not one that an export of parameters writes.</source>
        <translation>El archivo no es uno que escriba una exportación de parámetros.</translation>
    </message>
    <message>
        <source>Entry %1: %2</source>
        <translation>Entrada %1: %2</translation>
    </message>
</context>
<context>
    <name>Parameters</name>
    <message>
        <source>Integration data</source>
        <translation>Datos de Integración</translation>
    </message>
    <message>
        <source>Enrolment status data</source>
        <translation>Datos de Situación de Matrícula</translation>
    </message>
    <message>
        <source>General parameters</source>
        <translation>Parámetros Generales</translation>
    </message>
    <message>
        <source>Broker web service address</source>
        <translation>Dirección Webservice Broker</translation>
    </message>
    <message>
        <source>Address of the web service that the Broker offers.</source>
        <translation>Dirección del servicio web que ofrece el Broker.</translation>
    </message>
    <message>
        <source>User token</source>
        <translation>Token de Usuario</translation>
    </message>
    <message>
        <source>Access token for the Broker&apos;s web service.</source>
        <translation>Token de acceso al servicio web del Broker.</translation>
    </message>
    <message>
        <source>Pre-enrolment status</source>
        <translation>Estado de Prematrícula</translation>
    </message>
    <message>
        <source>Given to an enrolment when it is imported.</source>
        <translation>Se asigna a la matrícula al importarla.</translation>
    </message>
    <message>
        <source>Enrolment status</source>
        <translation>Estado de Matrícula</translation>
    </message>
    <message>
        <source>Given when the contract becomes effective in the ERP; confirmed to the Broker.</source>
        <translation>Se asigna cuando el contrato se hace efectivo en el ERP y se confirma al Broker.</translation>
    </message>
    <message>
        <source>Integration user</source>
        <translation>Usuario de la Integración</translation>
    </message>
    <message>
        <source>Marks the records that came from the shop.</source>
        <translation>Identifica los registros que vinieron de la tienda.</translation>
    </message>
    <message>
        <source>Number of resend attempts</source>
        <translation>Número de intentos de reenvío</translation>
    </message>
    <message>
        <source>1 to 99; empty: nothing is ever resent automatically.</source>
        <translation>1 a 99; vacío: nada se reenvía automáticamente.</translation>
    </message>
    <message>
        <source>There is no parameter &apos;%1&apos;.</source>
        <translation>No existe el parámetro &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>The parameter &apos;%1&apos; is kept in another scope.</source>
        <translation>El parámetro &apos;%1&apos; se guarda en otro ámbito.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not in the list read from RM.</source>
        <translation>&apos;%1&apos; no está en la lista leída de RM.</translation>
    </message>
    <message>
        <source>%1 changed this value meanwhile.</source>
        <translation>%1 cambió este valor entretanto.</translation>
    </message>
    <message>
        <source>At most 2000 characters.</source>
        <translation>Como máximo 2000 caracteres.</translation>
    </message>
    <message>
        <source>Enter a whole address, such as https://broker.example/api.</source>
        <translation>Indique una dirección completa, como https://broker.ejemplo/api.</translation>
    </message>
    <message>
        <source>The address must not hold a user or password.</source>
        <translation>La dirección no debe contener usuario ni contraseña.</translation>
    </message>
    <message>
        <source>Enter a whole number from %1 to %2, or leave it empty.</source>
        <translation>Indique un número entero de %1 a %2, o déjelo vacío.</translation>
    </message>
    <message>
        <source>Remove the spaces at the beginning or end.</source>
        <translation>Quite los espacios al inicio o al final.</translation>
    </message>
    <message>
        <source>Contract deadline (hours)</source>
        <translation>Plazo del contrato (horas)</translation>
    </message>
    <message>
        <source>From the sale to the effective contract, for reports: 1 to 720; empty: none.</source>
        <translation>De la venta al contrato efectivo, para los informes: 1 a 720; vacío: ninguno.</translation>
    </message>
</context>
<context>
    <name>Payload</name>
    <message>
        <source>[The %1 stored bytes of this text are damaged and cannot be read.]</source>
        <translation>[Los %1 bytes guardados de este texto están dañados y no se pueden leer.]</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>There is no person named &apos;%1&apos;.</source>
        <translation>No hay persona llamada &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>A name has 1 to 60 letters, digits or . _ - @, and no space.</source>
        <translation>Un nombre tiene de 1 a 60 letras, cifras o . _ - @, sin espacio.</translation>
    </message>
    <message>
        <source>On PostgreSQL a person is a database role, whose password the server keeps.</source>
        <translation>En PostgreSQL una persona es un rol de la base de datos, cuya contraseña guarda el servidor.</translation>
    </message>
    <message>
        <source>A password has at least %1 characters.</source>
        <translation>Una contraseña tiene al menos %1 caracteres.</translation>
    </message>
    <message>
        <source>There is no profile named &apos;%1&apos;.</source>
        <translation>No hay perfil llamado &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>Then nobody could administer any more: someone has to keep a profile that may.</source>
        <translation>Entonces nadie más podría administrar: alguien debe mantener un perfil que pueda.</translation>
    </message>
    <message>
        <source>There is a person named &apos;%1&apos; already.</source>
        <translation>Ya hay una persona llamada &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>A profile&apos;s name has 1 to 60 characters.</source>
        <translation>El nombre de un perfil tiene de 1 a 60 caracteres.</translation>
    </message>
    <message>
        <source>Someone still has the profile &apos;%1&apos;.</source>
        <translation>Alguien todavía tiene el perfil &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>The profile &apos;%1&apos; comes with the program and stays.</source>
        <translation>El perfil &apos;%1&apos; viene con el programa y permanece.</translation>
    </message>
    <message>
        <source>The name or the password is wrong.</source>
        <translation>El nombre o la contraseña es incorrecto.</translation>
    </message>
    <message>
        <source>Too many wrong passwords: try again in %1 minutes.</source>
        <translation>Demasiadas contraseñas incorrectas: intente de nuevo en %1 minutos.</translation>
    </message>
</context>
<context>
    <name>Period</name>
    <message>
        <source>until %1</source>
        <translation>hasta %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>desde %1</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Todo el período</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Últimas 24 horas</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 días</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Este mes</translation>
    </message>
    <message>
        <source>Free…</source>
        <translation>Libre…</translation>
    </message>
</context>
<context>
    <name>Profiles</name>
    <message>
        <source>Administrator</source>
        <translation>Administrador</translation>
    </message>
    <message>
        <source>Key user</source>
        <translation>Usuario clave</translation>
    </message>
    <message>
        <source>Analyst</source>
        <translation>Analista</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Gestor</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Unsaved changes</source>
        <translation>Cambios sin guardar</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Descartar</translation>
    </message>
    <message>
        <source>&amp;Keep editing</source>
        <translation>&amp;Seguir editando</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>The report %1 cannot be written: %2</source>
        <translation>El informe %1 no se puede escribir: %2</translation>
    </message>
    <message>
        <source>there is no folder %1.</source>
        <translation>la carpeta %1 no existe.</translation>
    </message>
    <message>
        <source>it is no ordinary file.</source>
        <translation>no es un archivo común.</translation>
    </message>
    <message>
        <source>the file that stands there is read-only.</source>
        <translation>el archivo que ya existe es de solo lectura.</translation>
    </message>
    <message>
        <source>nothing may be written in the folder %1.</source>
        <translation>no hay permiso para escribir en la carpeta %1.</translation>
    </message>
    <message>
        <source>The report was cancelled; no file was written.</source>
        <translation>El informe se canceló; no se escribió ningún archivo.</translation>
    </message>
    <message>
        <source>A report needs at least one column.</source>
        <translation>Un informe necesita al menos una columna.</translation>
    </message>
    <message>
        <source>The separator of a CSV file is &apos;;&apos; or &apos;,&apos;.</source>
        <translation>El separador de un archivo CSV es &apos;;&apos; o &apos;,&apos;.</translation>
    </message>
    <message>
        <source>A report needs a time zone.</source>
        <translation>Un informe necesita una zona horaria.</translation>
    </message>
    <message>
        <source>This program does not write %1 files.</source>
        <translation>Este programa no escribe archivos %1.</translation>
    </message>
    <message>
        <source>The report read %1 of %2 records; no file was written.</source>
        <translation>El informe leyó %1 de %2 registros; no se escribió ningún archivo.</translation>
    </message>
    <message>
        <source>This program was started without what draws pages.</source>
        <translation>Este programa se inició sin lo que dibuja páginas.</translation>
    </message>
    <message>
        <source>No font is installed, so no PDF can be written: install fonts-inter or fonts-dejavu-core.</source>
        <translation>No hay ninguna fuente instalada, por lo que no se puede escribir PDF: instale fonts-inter o fonts-dejavu-core.</translation>
    </message>
    <message>
        <source>The language of a report is one of %1, not &apos;%2&apos;.</source>
        <translation>El idioma de un informe es uno de estos: %1; no &apos;%2&apos;.</translation>
    </message>
    <message>
        <source>the workbook could not be started.</source>
        <translation>no se pudo iniciar el libro.</translation>
    </message>
    <message>
        <source>a sheet could not be added.</source>
        <translation>no se pudo añadir una hoja.</translation>
    </message>
    <message>
        <source>a cell could not be written.</source>
        <translation>no se pudo escribir una celda.</translation>
    </message>
    <message>
        <source>the disk is full or refuses to be written.</source>
        <translation>el disco está lleno o rechaza la escritura.</translation>
    </message>
    <message>
        <source>the packed file is not whole.</source>
        <translation>el archivo comprimido no está entero.</translation>
    </message>
    <message>
        <source>its SHA-256 cannot be reckoned.</source>
        <translation>no se puede calcular su SHA-256.</translation>
    </message>
</context>
<context>
    <name>Reprocess</name>
    <message>
        <source>Planned</source>
        <comment>a batch</comment>
        <translation>Planificado</translation>
    </message>
    <message>
        <source>Waiting for a worker</source>
        <comment>a batch</comment>
        <translation>Espera un ejecutor</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>a batch</comment>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>a batch</comment>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>a batch</comment>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Finished</source>
        <comment>a batch</comment>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>Included</source>
        <comment>a record</comment>
        <translation>Incluido</translation>
    </message>
    <message>
        <source>Left out</source>
        <comment>a record</comment>
        <translation>Dejados fuera</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>a record</comment>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <comment>a record</comment>
        <translation>Con éxito</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>a record</comment>
        <translation>Falló</translation>
    </message>
    <message>
        <source>Skipped</source>
        <comment>a record</comment>
        <translation>Omitidos</translation>
    </message>
    <message>
        <source>Not attempted</source>
        <comment>a record</comment>
        <translation>No intentados</translation>
    </message>
    <message>
        <source>the status is Error</source>
        <translation>el estado es Error</translation>
    </message>
    <message>
        <source>the status is Pending</source>
        <translation>el estado es Pendiente</translation>
    </message>
    <message>
        <source>the status is Cancelled, chosen by hand</source>
        <translation>el estado es Cancelado, elegido a mano</translation>
    </message>
    <message>
        <source>somebody works on it now</source>
        <translation>alguien trabaja en él ahora</translation>
    </message>
    <message>
        <source>it is in another reprocess</source>
        <translation>está en otro reprocesamiento</translation>
    </message>
    <message>
        <source>it is beyond the first ones asked for</source>
        <translation>está más allá de los primeros pedidos</translation>
    </message>
    <message>
        <source>%1 succeeded</source>
        <translation>%1 con éxito</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 con falla</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>%1 omitidos</translation>
    </message>
    <message>
        <source>%1 not attempted</source>
        <translation>%1 no intentados</translation>
    </message>
    <message>
        <source>%1 remaining</source>
        <translation>%1 restantes</translation>
    </message>
    <message>
        <source>no records</source>
        <translation>ningún registro</translation>
    </message>
    <message>
        <source>As of %1: exactly these records will run, and none that joins later.</source>
        <translation>Al %1: se ejecutarán exactamente estos registros, y ninguno que llegue después.</translation>
    </message>
    <message>
        <source>Confirmed by %1 on %2</source>
        <translation>Confirmado por %1 el %2</translation>
    </message>
    <message>
        <source>at most %1 per second</source>
        <translation>como máximo %1 por segundo</translation>
    </message>
    <message>
        <source>a few first</source>
        <translation>algunos primero</translation>
    </message>
    <message>
        <source>automatic attempts count anew</source>
        <translation>intentos automáticos reiniciados</translation>
    </message>
    <message>
        <source>ended on %1</source>
        <translation>terminó el %1</translation>
    </message>
    <message>
        <source>Reprocess %1</source>
        <translation>Reprocesamiento %1</translation>
    </message>
</context>
<context>
    <name>RequestDesk</name>
    <message>
        <source>It was cancelled.</source>
        <translation>Fue cancelado.</translation>
    </message>
    <message>
        <source>No worker took this up: see that ponte-agent serve runs on a machine that holds the installation&apos;s key, and try again.</source>
        <translation>Ningún ejecutor tomó este pedido: compruebe que ponte-agent serve esté en marcha en una máquina que tenga la clave de la instalación e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The worker that took this up did not answer: look at its messages, and try again.</source>
        <translation>El ejecutor que tomó este pedido no respondió: vea sus mensajes e inténtelo de nuevo.</translation>
    </message>
</context>
<context>
    <name>SavedViews</name>
    <message>
        <source>A view&apos;s name has 1 to %1 characters.</source>
        <translation>El nombre de una vista tiene de 1 a %1 caracteres.</translation>
    </message>
    <message>
        <source>This is no view.</source>
        <translation>Esto no es una vista.</translation>
    </message>
    <message>
        <source>This view is gone.</source>
        <translation>Esta vista ya no existe.</translation>
    </message>
    <message>
        <source>The view &apos;%1&apos; belongs to %2.</source>
        <translation>La vista &apos;%1&apos; es de %2.</translation>
    </message>
    <message>
        <source>You cannot share with the profile &apos;%1&apos;.</source>
        <translation>No puede compartir con el perfil &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>There is a view named &apos;%1&apos; already.</source>
        <translation>Ya existe una vista llamada &apos;%1&apos;.</translation>
    </message>
</context>
<context>
    <name>Schedules</name>
    <message>
        <source>This schedule is running already.</source>
        <translation>Esta programación ya está en curso.</translation>
    </message>
    <message>
        <source>There is no schedule %1.</source>
        <translation>No hay programación %1.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be run again: only %2 can.</source>
        <translation>&apos;%1&apos; no puede ejecutarse de nuevo: solo %2 puede.</translation>
    </message>
    <message>
        <source>A run by schedule reaches error and pending only, not &apos;%1&apos;.</source>
        <translation>Una ejecución programada alcanza solo error y pendiente, no &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>A schedule takes a filter, not a list of records.</source>
        <translation>Una programación lleva un filtro, no una lista de registros.</translation>
    </message>
    <message>
        <source>The name is longer than %1 characters.</source>
        <translation>El nombre tiene más de %1 caracteres.</translation>
    </message>
    <message>
        <source>There is no time zone &apos;%1&apos;.</source>
        <translation>No hay zona horaria &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>The schedule does not say when it runs.</source>
        <translation>La programación no dice cuándo se ejecuta.</translation>
    </message>
    <message>
        <source>%1 has passed already.</source>
        <translation>%1 ya pasó.</translation>
    </message>
    <message>
        <source>Company %1 is not set up here.</source>
        <translation>La coligada %1 no está configurada aquí.</translation>
    </message>
    <message>
        <source>Company %1 has its automatic resend already.</source>
        <translation>La coligada %1 ya tiene su reenvío automático.</translation>
    </message>
    <message>
        <source>The automatic resend of a company stays what it is.</source>
        <translation>El reenvío automático de una coligada sigue siendo lo que es.</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>lunes</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>martes</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>miércoles</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>jueves</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>viernes</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>sábado</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>domingo</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>the last two of a list</comment>
        <translation>%1 y %2</translation>
    </message>
    <message>
        <source>every working day at %1</source>
        <translation>cada día hábil a las %1</translation>
    </message>
    <message>
        <source>every Saturday and Sunday at %1</source>
        <translation>cada sábado y domingo a las %1</translation>
    </message>
    <message>
        <source>every %1 at %2</source>
        <comment>the first is a day from Monday to Friday</comment>
        <translation>cada %1 a las %2</translation>
    </message>
    <message>
        <source>every %1 at %2</source>
        <comment>the first is Saturday or Sunday</comment>
        <translation>cada %1 a las %2</translation>
    </message>
    <message>
        <source>Brasília</source>
        <translation>Brasilia</translation>
    </message>
    <message>
        <source>Fernando de Noronha</source>
        <translation>Fernando de Noronha</translation>
    </message>
    <message>
        <source>Amazonas</source>
        <translation>Amazonas</translation>
    </message>
    <message>
        <source>Acre</source>
        <translation>Acre</translation>
    </message>
    <message>
        <source>every %1</source>
        <translation>cada %1</translation>
    </message>
    <message>
        <source>once, on %1 at %2</source>
        <translation>una vez, el %1 a las %2</translation>
    </message>
    <message>
        <source>every day at %1</source>
        <translation>todos los días a las %1</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 día</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 días</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Nothing is resent by itself: the parameter &apos;Number of resend attempts&apos; is empty.</source>
        <translation>Nada se reenvía por sí mismo: el parámetro &apos;Número de intentos de reenvío&apos; está vacío.</translation>
    </message>
    <message>
        <source>A schedule that runs once outlasts no outage.</source>
        <translation>Una programación que se ejecuta una vez no supera ninguna caída.</translation>
    </message>
    <message>
        <source>With %1 attempt per record, an outage of the ERP that meets the next run cancels it.</source>
        <translation>Con %1 intento por registro, una caída del ERP que coincida con la próxima ejecución lo cancela.</translation>
    </message>
    <message>
        <source>With %1 attempts per record, an outage of the ERP of up to %2 is outlasted; one of more than %3 cancels records.</source>
        <translation>Con %1 intentos por registro, una caída del ERP de hasta %2 se supera; una de más de %3 cancela registros.</translation>
    </message>
    <message>
        <source>There is no job &apos;%1&apos;; only &apos;reprocess&apos; and &apos;report&apos; can be scheduled.</source>
        <translation>No existe el trabajo &apos;%1&apos;; solo &apos;reprocess&apos; y &apos;report&apos; pueden programarse.</translation>
    </message>
    <message>
        <source>This program writes no reports.</source>
        <translation>Este programa no genera informes.</translation>
    </message>
</context>
<context>
    <name>Security</name>
    <message>
        <source>The name of an API client has 1 to 60 characters and no colon.</source>
        <translation>El nombre de un cliente de API tiene de 1 a 60 caracteres y ningún signo de dos puntos.</translation>
    </message>
    <message>
        <source>An API client named &apos;%1&apos; exists: revoke it first.</source>
        <translation>Ya existe un cliente de API llamado &apos;%1&apos;: revóquelo antes.</translation>
    </message>
    <message>
        <source>There is no API client named &apos;%1&apos;.</source>
        <translation>No existe un cliente de API llamado &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>There is not enough memory to keep a password safely.</source>
        <translation>No hay memoria suficiente para guardar una contraseña con seguridad.</translation>
    </message>
    <message>
        <source>The key file %1 cannot be written.</source>
        <translation>El archivo de clave %1 no se puede escribir.</translation>
    </message>
    <message>
        <source>The cryptography library cannot be started.</source>
        <translation>La biblioteca de criptografía no se puede iniciar.</translation>
    </message>
    <message>
        <source>The database has no installation key yet: run  ponte-agent migrate</source>
        <translation>La base de datos aún no tiene la clave de la instalación: ejecute  ponte-agent migrate</translation>
    </message>
    <message>
        <source>The key file %1 belongs to another installation.</source>
        <translation>El archivo de clave %1 pertenece a otra instalación.</translation>
    </message>
    <message>
        <source>This program does not hold the installation&apos;s key, so it makes no outside call.</source>
        <translation>Este programa no tiene la clave de la instalación y por eso no hace llamadas externas.</translation>
    </message>
    <message>
        <source>A stored secret is damaged: enter it again.</source>
        <translation>Un secreto guardado está dañado: indíquelo de nuevo.</translation>
    </message>
    <message>
        <source>A stored secret cannot be opened with this key: enter it again.</source>
        <translation>Un secreto guardado no se puede abrir con esta clave: indíquelo de nuevo.</translation>
    </message>
    <message>
        <source>Who acts here has to log in: --user NAME, with the password on standard input or in the file named by PONTE_PASSWORD_FILE.</source>
        <translation>Quien actúa aquí debe identificarse: --user NOMBRE, con la contraseña en la entrada estándar o en el archivo indicado por PONTE_PASSWORD_FILE.</translation>
    </message>
</context>
<context>
    <name>Storage</name>
    <message>
        <source>The database address &apos;%1&apos; is not of the form postgresql://role@host:port/name.</source>
        <translation>La dirección de base de datos &apos;%1&apos; no tiene la forma postgresql://rol@servidor:puerto/nombre.</translation>
    </message>
    <message>
        <source>The database address &apos;%1&apos; names no file.</source>
        <translation>La dirección de base de datos &apos;%1&apos; no indica un archivo.</translation>
    </message>
    <message>
        <source>The database address &apos;%1&apos; must start with sqlite: or postgresql://.</source>
        <translation>La dirección de base de datos &apos;%1&apos; debe empezar con sqlite: o postgresql://.</translation>
    </message>
    <message>
        <source>The query was cancelled.</source>
        <translation>La consulta fue cancelada.</translation>
    </message>
    <message>
        <source>The disk of the database %1 is full: free some space and try again.</source>
        <translation>El disco de la base de datos %1 está lleno: libere espacio e intente de nuevo.</translation>
    </message>
    <message>
        <source>The database %1 is read-only: give this user the right to write it.</source>
        <translation>La base de datos %1 es de solo lectura: dé a este usuario el derecho de escribirla.</translation>
    </message>
    <message>
        <source>The database %1 cannot be opened: %2</source>
        <translation>La base de datos %1 no se puede abrir: %2</translation>
    </message>
    <message>
        <source>The connection to the database %1 was lost.</source>
        <translation>La conexión con la base de datos %1 se perdió.</translation>
    </message>
    <message>
        <source>The database %1 refused a statement: %2</source>
        <translation>La base de datos %1 rechazó una instrucción: %2</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made: choose another place with --database.</source>
        <translation>La carpeta %1 no se puede crear: elija otro lugar con --database.</translation>
    </message>
    <message>
        <source>The database %1 was made by a newer Ponte: install that version on this machine too.</source>
        <translation>La base de datos %1 fue creada por un Ponte más nuevo: instale esa versión también en esta máquina.</translation>
    </message>
    <message>
        <source>The database %1 needs the tables of this version: run  ponte-agent migrate --database %1</source>
        <translation>La base de datos %1 necesita las tablas de esta versión: ejecute  ponte-agent migrate --database %1</translation>
    </message>
    <message>
        <source>The database was made by a newer Ponte: install that version on this machine too.</source>
        <translation>La base de datos fue creada por un Ponte más nuevo: instale esa versión también en esta máquina.</translation>
    </message>
    <message>
        <source>The migration %1 cannot be read.</source>
        <translation>La migración %1 no se puede leer.</translation>
    </message>
    <message>
        <source>The connection to the database %1 was lost; nothing was changed.</source>
        <translation>La conexión con la base de datos %1 se perdió; no se cambió nada.</translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>hace %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>hace %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>hace %1 h</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ActivityPage</name>
    <message>
        <source>Activity</source>
        <translation>Actividades</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>Nada en curso</translation>
    </message>
    <message>
        <source>Exports, reprocesses, tests of connections and readings of lists appear here while they run. Leaving a page does not stop them.</source>
        <translation>Exportaciones, reprocesamientos, pruebas de conexión y lecturas de listas aparecen aquí mientras están en curso. Salir de una página no los detiene.</translation>
    </message>
    <message>
        <source>Clear wha&amp;t has ended</source>
        <translation>&amp;Limpiar lo que terminó</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ActivityRow</name>
    <message>
        <source>Progress of %1</source>
        <translation>Avance de %1</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>Mostrar %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>Cancelar %1</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falló</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
</context>
<context>
    <name>ponte::ui::AdministrationPage</name>
    <message>
        <source>Connections</source>
        <translation>Conexiones</translation>
    </message>
    <message>
        <source>Companies and networks</source>
        <translation>Coligadas y redes</translation>
    </message>
    <message>
        <source>API clients</source>
        <translation>Clientes de la API</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Perfiles</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Administración</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ApiClientsTab</name>
    <message>
        <source>all companies</source>
        <translation>todas las coligadas</translation>
    </message>
    <message>
        <source>revoked on %1</source>
        <translation>revocado el %1</translation>
    </message>
    <message>
        <source>may call</source>
        <translation>puede llamar</translation>
    </message>
    <message>
        <source>The password of %1 is shown this once; only a hash of it is kept. Copy it now.</source>
        <translation>La contraseña de %1 se muestra solo esta vez; se guarda solo un hash de ella. Cópiela ahora.</translation>
    </message>
    <message>
        <source>Revoke the client</source>
        <translation>Revocar el cliente</translation>
    </message>
    <message>
        <source>%1 can no longer call from now on; its tokens end at once. This cannot be undone.</source>
        <translation>%1 ya no podrá llamar desde ahora; sus tokens terminan de inmediato. Esto no se puede deshacer.</translation>
    </message>
    <message>
        <source>&amp;Revoke</source>
        <translation>&amp;Revocar</translation>
    </message>
    <message>
        <source>%1 was revoked.</source>
        <translation>%1 fue revocado.</translation>
    </message>
    <message>
        <source>Name of the new client</source>
        <translation>Nombre del nuevo cliente</translation>
    </message>
    <message>
        <source>Company that the client sells for</source>
        <translation>Coligada para la que vende el cliente</translation>
    </message>
    <message>
        <source>Password of the new client</source>
        <translation>Contraseña del nuevo cliente</translation>
    </message>
    <message>
        <source>Copy the password</source>
        <translation>Copiar la contraseña</translation>
    </message>
    <message>
        <source>Revoke the chosen client</source>
        <translation>Revocar el cliente elegido</translation>
    </message>
    <message>
        <source>API clients</source>
        <translation>Clientes de la API</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Coligada</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Creado el</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Situación</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>No&amp;mbre</translation>
    </message>
    <message>
        <source>For c&amp;ompany</source>
        <translation>Para la c&amp;oligada</translation>
    </message>
    <message>
        <source>A&amp;dd client</source>
        <translation>A&amp;gregar cliente</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>Cop&amp;iar</translation>
    </message>
    <message>
        <source>Revo&amp;ke…</source>
        <translation>R&amp;evocar…</translation>
    </message>
    <message>
        <source>No client yet. A shop or Broker that sends sales needs one: name it above and add it.</source>
        <translation>Ningún cliente todavía. La tienda o el Broker que envía ventas necesita uno: escriba el nombre arriba y agréguelo.</translation>
    </message>
</context>
<context>
    <name>ponte::ui::AttemptModel</name>
    <message>
        <source>Next attempt</source>
        <translation>Próximo intento</translation>
    </message>
    <message>
        <source>Next attempt: %1</source>
        <translation>Próximo intento: %1</translation>
    </message>
    <message>
        <source>Attempt %1 of %2: %3, %4, %5, %6, %7. %8</source>
        <translation>Intento %1 de %2: %3, %4, %5, %6, %7. %8</translation>
    </message>
</context>
<context>
    <name>ponte::ui::AttemptTimeline</name>
    <message>
        <source>Attempts</source>
        <translation>Intentos</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>ponte::ui::Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
</context>
<context>
    <name>ponte::ui::BatchListDialog</name>
    <message>
        <source>Reading the reprocesses…</source>
        <translation>Leyendo los reprocesamientos…</translation>
    </message>
    <message>
        <source>No reprocess yet</source>
        <translation>Aún no hay reprocesamientos</translation>
    </message>
    <message>
        <source>Start one in the Log Monitor: Processes | Reprocess data.</source>
        <translation>Inicie uno en el Monitor de Log: Procesos | Reprocesamiento de Datos.</translation>
    </message>
    <message>
        <source>Reprocesses</source>
        <translation>Reprocesamientos</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Abrir</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
</context>
<context>
    <name>ponte::ui::BatchPanel</name>
    <message>
        <source>The records could not be read. %1</source>
        <translation>Los registros no se pudieron leer. %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>The reprocess could not be read; what is shown may be out of date. %1</source>
        <translation>El reprocesamiento no se pudo leer; lo que se muestra puede estar desactualizado. %1</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Reanudar</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausar</translation>
    </message>
    <message numerus="yes">
        <source>Show the %n that &amp;failed in the monitor</source>
        <translation>
            <numerusform>Mostrar en el &amp;monitor lo que falló</numerusform>
            <numerusform>Mostrar en el &amp;monitor los %n que fallaron</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused by %1.</source>
        <translation>Pausado por %1.</translation>
    </message>
    <message>
        <source>It paused by itself: %1</source>
        <translation>Se pausó por sí mismo: %1</translation>
    </message>
    <message>
        <source>It goes on when this window is closed: find it again under Activity.</source>
        <translation>Sigue aunque se cierre esta ventana: encuéntrelo de nuevo en Actividades.</translation>
    </message>
    <message>
        <source>Cancelled by %1; what had not begun was left as it was.</source>
        <translation>Cancelado por %1; lo que no había empezado quedó como estaba.</translation>
    </message>
    <message>
        <source>All that could run ended well.</source>
        <translation>Todo lo que pudo ejecutarse terminó bien.</translation>
    </message>
    <message>
        <source>Correct what failed, then reprocess it again.</source>
        <translation>Corrija lo que falló y reprocéselo de nuevo.</translation>
    </message>
    <message>
        <source>The monitor shows the first %1 of them.</source>
        <translation>El monitor muestra los primeros %1 de ellos.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falló</translation>
    </message>
    <message>
        <source>Not attempted</source>
        <translation>No intentados</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Omitidos</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Con éxito</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>Restantes</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Dejados fuera</translation>
    </message>
    <message>
        <source>Which records are listed</source>
        <translation>Qué registros se listan</translation>
    </message>
    <message>
        <source>Records of the reprocess</source>
        <translation>Registros del reprocesamiento</translation>
    </message>
    <message>
        <source>Progress of the reprocess</source>
        <translation>Avance del reprocesamiento</translation>
    </message>
    <message>
        <source>&amp;Cancel the rest</source>
        <translation>&amp;Cancelar el resto</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>C&amp;errar</translation>
    </message>
</context>
<context>
    <name>ponte::ui::BatchTable</name>
    <message>
        <source>several</source>
        <translation>varias</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Situación</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Coligada</translation>
    </message>
    <message>
        <source>Confirmed by</source>
        <translation>Confirmado por</translation>
    </message>
    <message>
        <source>Confirmed on</source>
        <translation>Confirmado el</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Planificados</translation>
    </message>
    <message>
        <source>What became of them</source>
        <translation>Qué pasó con ellos</translation>
    </message>
</context>
<context>
    <name>ponte::ui::BundleJob</name>
    <message>
        <source>Save the reproduction bundle</source>
        <translation>Guardar el paquete de reproducción</translation>
    </message>
    <message>
        <source>Zip files (*.zip)</source>
        <translation>Archivos zip (*.zip)</translation>
    </message>
    <message>
        <source>Reproduction bundle of log %1</source>
        <translation>Paquete de reproducción del log %1</translation>
    </message>
    <message>
        <source>The bundle was saved in %1. Personal data and secrets in it are masked.</source>
        <translation>El paquete se guardó en %1. En él, los datos personales y los secretos están enmascarados.</translation>
    </message>
    <message>
        <source>The bundle was not saved. %1</source>
        <translation>El paquete no se guardó. %1</translation>
    </message>
</context>
<context>
    <name>ponte::ui::CheckList</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Encryption (TLS)</source>
        <translation>Cifrado (TLS)</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Credenciales</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tablas</translation>
    </message>
    <message>
        <source>Harmless call</source>
        <translation>Llamada inofensiva</translation>
    </message>
    <message>
        <source>✓ passed</source>
        <translation>✓ pasó</translation>
    </message>
    <message>
        <source>! warning</source>
        <translation>! aviso</translation>
    </message>
    <message>
        <source>✕ failed</source>
        <translation>✕ falló</translation>
    </message>
    <message>
        <source>– not judged</source>
        <translation>– no evaluado</translation>
    </message>
</context>
<context>
    <name>ponte::ui::CheckMenu</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n elegido</numerusform>
            <numerusform>%n elegidos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ponte::ui::ChipRow</name>
    <message>
        <source>%1: take back</source>
        <translation>%1: deshacer</translation>
    </message>
</context>
<context>
    <name>ponte::ui::CodeFindBar</name>
    <message>
        <source>Searching…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>No encontrado</translation>
    </message>
    <message>
        <source>%1 of more than %2</source>
        <translation>%1 de más de %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Find in this text</source>
        <translation>Buscar en este texto</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>Coincidencia anterior (Shift+F3)</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>Coincidencia siguiente (F3)</translation>
    </message>
    <message>
        <source>Close search (Esc)</source>
        <translation>Cerrar la búsqueda (Esc)</translation>
    </message>
</context>
<context>
    <name>ponte::ui::CodeView</name>
    <message numerus="yes">
        <source>… %Ln line(s)</source>
        <translation>
            <numerusform>… %Ln línea</numerusform>
            <numerusform>… %Ln líneas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ponte::ui::ColumnChooser</name>
    <message>
        <source>Columns of the report, in their order</source>
        <translation>Columnas del informe, en su orden</translation>
    </message>
    <message>
        <source>Column up (Alt+Up)</source>
        <translation>Columna hacia arriba (Alt+Flecha arriba)</translation>
    </message>
    <message>
        <source>Column down (Alt+Down)</source>
        <translation>Columna hacia abajo (Alt+Flecha abajo)</translation>
    </message>
    <message>
        <source>The eight usual columns</source>
        <translation>Las ocho columnas habituales</translation>
    </message>
</context>
<context>
    <name>ponte::ui::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Comandos</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>¿Qué quiere hacer?</translation>
    </message>
    <message>
        <source>Search the commands</source>
        <translation>Buscar en los comandos</translation>
    </message>
    <message>
        <source>↑ ↓ choose, Enter does it, Esc leaves</source>
        <translation>↑ ↓ eligen, Enter ejecuta, Esc cierra</translation>
    </message>
    <message>
        <source>Open the view of this link</source>
        <translation>Abrir la vista de este enlace</translation>
    </message>
</context>
<context>
    <name>ponte::ui::CompaniesTab</name>
    <message>
        <source>not used</source>
        <translation>no usada</translation>
    </message>
    <message>
        <source>Enter the number of a company of RM, from 1.</source>
        <translation>Indique el número de una coligada de RM, desde 1.</translation>
    </message>
    <message>
        <source>Company %1 is %2.</source>
        <translation>La coligada %1 es %2.</translation>
    </message>
    <message>
        <source>Reading companies and lists from RM</source>
        <translation>Lectura de las coligadas y listas de RM</translation>
    </message>
    <message>
        <source>Reading from RM…</source>
        <translation>Leyendo de RM…</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) read from RM.</source>
        <translation>
            <numerusform>%n fila leída de RM.</numerusform>
            <numerusform>%n filas leídas de RM.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only companies with a network take sales. The network decides how an enrolment is made, and gives the company its automatic resend.</source>
        <translation>Solo las coligadas con red reciben ventas. La red decide cómo se hace la matrícula y da a la coligada su reenvío automático.</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Coligada</translation>
    </message>
    <message>
        <source>Name in RM</source>
        <translation>Nombre en RM</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Companies and their networks</source>
        <translation>Coligadas y sus redes</translation>
    </message>
    <message>
        <source>Number of the company</source>
        <translation>Número de la coligada</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Save the network of the company</source>
        <translation>Guardar la red de la coligada</translation>
    </message>
    <message>
        <source>&amp;Read the lists from RM</source>
        <translation>&amp;Leer las listas de RM</translation>
    </message>
    <message>
        <source>C&amp;ompany</source>
        <translation>C&amp;oligada</translation>
    </message>
    <message>
        <source>Net&amp;work</source>
        <translation>Re&amp;d</translation>
    </message>
    <message>
        <source>No company yet. Without its network no sale of a company is imported: add it above.</source>
        <translation>Ninguna coligada todavía. Sin su red no se importa ninguna venta de una coligada: agréguela arriba.</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ConnectionForm</name>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Guardado.</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Usuario</translation>
    </message>
    <message>
        <source>kept; type to replace</source>
        <translation>se conserva; escriba para cambiarla</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>estándar</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Save the connection to %1</source>
        <translation>Guardar la conexión con %1</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Calls at the same time</source>
        <translation>Llamadas al mismo tiempo</translation>
    </message>
    <message>
        <source>Wait for an answer at most (seconds)</source>
        <translation>Esperar la respuesta como máximo (segundos)</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>&amp;Dirección</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>C&amp;ontraseña</translation>
    </message>
    <message>
        <source>Calls at the sa&amp;me time</source>
        <translation>Lla&amp;madas al mismo tiempo</translation>
    </message>
    <message>
        <source>Wait for an answer at m&amp;ost (seconds)</source>
        <translation>Esperar la respuesta como má&amp;ximo (segundos)</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>Servidor de correo</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translation>Ser&amp;vidor</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Servidor</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ConnectionTest</name>
    <message>
        <source>Test of the connection to %1</source>
        <translation>Prueba de la conexión con %1</translation>
    </message>
    <message>
        <source>The test was cancelled.</source>
        <translation>La prueba fue cancelada.</translation>
    </message>
    <message>
        <source>%1 can be used.</source>
        <translation>%1 se puede usar.</translation>
    </message>
    <message>
        <source>%1 cannot be used.</source>
        <translation>%1 no se puede usar.</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Probando…</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>&amp;Probar conexión</translation>
    </message>
    <message>
        <source>Test the connection to %1</source>
        <translation>Probar la conexión con %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel the test of the connection to %1</source>
        <translation>Cancelar la prueba de la conexión con %1</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ContextBar</name>
    <message>
        <source>All companies</source>
        <translation>Todas las coligadas</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Todos los niveles</translation>
    </message>
    <message>
        <source>&amp;Company</source>
        <translation>&amp;Coligada</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Coligada</translation>
    </message>
    <message>
        <source>&amp;Level</source>
        <translation>&amp;Nivel</translation>
    </message>
    <message>
        <source>Education level</source>
        <translation>Nivel de Enseñanza</translation>
    </message>
    <message>
        <source>Commands… Ctrl+K</source>
        <translation>Comandos… Ctrl+K</translation>
    </message>
    <message>
        <source>Finds every action of the program by its name</source>
        <translation>Encuentra cada acción del programa por su nombre</translation>
    </message>
    <message>
        <source>Person who works here</source>
        <translation>Persona que trabaja aquí</translation>
    </message>
</context>
<context>
    <name>ponte::ui::Counters</name>
    <message>
        <source>%1 planned: %2</source>
        <translation>%1 planificados: %2</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>planificados</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>con éxito</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>con falla</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>omitidos</translation>
    </message>
    <message>
        <source>not attempted</source>
        <translation>no intentados</translation>
    </message>
    <message>
        <source>remaining</source>
        <translation>restantes</translation>
    </message>
</context>
<context>
    <name>ponte::ui::DatabasePage</name>
    <message>
        <source>Name the file.</source>
        <translation>Indique el nombre del archivo.</translation>
    </message>
    <message>
        <source>This database cannot be used yet.</source>
        <translation>Esta base de datos todavía no se puede usar.</translation>
    </message>
    <message>
        <source>The test was cancelled.</source>
        <translation>La prueba fue cancelada.</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Probando…</translation>
    </message>
    <message>
        <source>This database can be used.</source>
        <translation>Esta base de datos se puede usar.</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>Which database does this console work with?</source>
        <translation>¿Con qué base de datos trabaja esta consola?</translation>
    </message>
    <message>
        <source>It is remembered on this computer. A database named by --database or PONTE_DATABASE comes first.</source>
        <translation>La elección queda guardada en esta computadora. Una base indicada por --database o PONTE_DATABASE tiene precedencia.</translation>
    </message>
    <message>
        <source>For one person. This window then does all the work itself: sales, schedules, the API.</source>
        <translation>Para una persona. Esta ventana hace entonces todo el trabajo: ventas, programaciones, la API.</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Nombre del archivo</translation>
    </message>
    <message>
        <source>For several people. Agents on servers do the work: ponte-agent serve.</source>
        <translation>Para varias personas. Agentes en servidores hacen el trabajo: ponte-agent serve.</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Dirección</translation>
    </message>
    <message>
        <source>Address of the database</source>
        <translation>Dirección de la base de datos</translation>
    </message>
    <message>
        <source>Password of the database</source>
        <translation>Contraseña de la base de datos</translation>
    </message>
    <message>
        <source>kept nowhere; empty for PGPASSWORD or ~/.pgpass</source>
        <translation>no se guarda; vacía para PGPASSWORD o ~/.pgpass</translation>
    </message>
    <message>
        <source>Test the connection to the database</source>
        <translation>Probar la conexión con la base de datos</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel the test of the database</source>
        <translation>Cancelar la prueba de la base de datos</translation>
    </message>
    <message>
        <source>&amp;Use this database</source>
        <translation>&amp;Usar esta base de datos</translation>
    </message>
    <message>
        <source>A f&amp;ile of this computer</source>
        <translation>Un arc&amp;hivo de esta computadora</translation>
    </message>
    <message>
        <source>The Postgre&amp;SQL of a team</source>
        <translation>El Post&amp;greSQL de un equipo</translation>
    </message>
    <message>
        <source>Test c&amp;onnection</source>
        <translation>Pro&amp;bar conexión</translation>
    </message>
    <message>
        <source>Bac&amp;k</source>
        <translation>Vo&amp;lver</translation>
    </message>
    <message>
        <source>File na&amp;me</source>
        <translation>No&amp;mbre del archivo</translation>
    </message>
    <message>
        <source>Passwor&amp;d</source>
        <translation>Contra&amp;seña</translation>
    </message>
</context>
<context>
    <name>ponte::ui::DiffView</name>
    <message>
        <source>Choose a record to compare its executions.</source>
        <translation>Elija un registro para comparar sus ejecuciones.</translation>
    </message>
    <message>
        <source>Similar success: log %1 · %2</source>
        <translation>Éxito parecido: log %1 · %2</translation>
    </message>
    <message>
        <source>Nothing to compare with yet</source>
        <translation>Aún no hay con qué comparar</translation>
    </message>
    <message>
        <source>This record has one execution, and no similar one has succeeded so far. Choose two different executions above where there are some.</source>
        <translation>Este registro tiene una sola ejecución, y ninguno parecido tuvo éxito hasta ahora. Donde haya más, elija arriba dos ejecuciones distintas.</translation>
    </message>
    <message>
        <source>You may not see the configuration</source>
        <translation>No puede ver la configuración</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Comparando…</translation>
    </message>
    <message>
        <source>The data could not be compared</source>
        <translation>No se pudieron comparar los datos</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Nothing was stored on either side.</source>
        <translation>No se guardó nada en ninguno de los lados.</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>Ninguna diferencia</translation>
    </message>
    <message>
        <source>All parameters had the same values at both times.</source>
        <translation>Todos los parámetros tenían los mismos valores en ambos momentos.</translation>
    </message>
    <message>
        <source>Both sides say the same.</source>
        <translation>Ambos lados dicen lo mismo.</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Configuración</translation>
    </message>
    <message>
        <source>Only differences</source>
        <translation>Solo diferencias</translation>
    </message>
    <message>
        <source>Left side</source>
        <translation>Lado izquierdo</translation>
    </message>
    <message>
        <source>Right side</source>
        <translation>Lado derecho</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Diferencias</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Lado a lado</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Copiar la lista</translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s)</source>
        <translation>
            <numerusform>%Ln diferencia</numerusform>
            <numerusform>%Ln diferencias</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviados</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibidos</translation>
    </message>
</context>
<context>
    <name>ponte::ui::DifferenceModel</name>
    <message>
        <source>Same</source>
        <translation>Igual</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modificado</translation>
    </message>
    <message>
        <source>Only left</source>
        <translation>Solo a la izquierda</translation>
    </message>
    <message>
        <source>Only right</source>
        <translation>Solo a la derecha</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
</context>
<context>
    <name>ponte::ui::EntryModel</name>
    <message>
        <source>Log id</source>
        <translation>Id Log</translation>
    </message>
    <message>
        <source>Key values</source>
        <translation>Valores Clave</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ExplanationView</name>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Why it failed</source>
        <translation>Por qué falló</translation>
    </message>
    <message>
        <source>Why it waits</source>
        <translation>Por qué espera</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Qué viene después</translation>
    </message>
    <message>
        <source>Why it was cancelled</source>
        <translation>Por qué se canceló</translation>
    </message>
    <message>
        <source>Why reprocessing leaves it out</source>
        <translation>Por qué el reproceso lo deja fuera</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>Choose a record to see why it is as it is.</source>
        <translation>Elija un registro para ver por qué está así.</translation>
    </message>
    <message>
        <source>This program cannot explain records of this integration.</source>
        <translation>Este programa no sabe explicar registros de esta integración.</translation>
    </message>
    <message>
        <source>The reasons could not be read</source>
        <translation>No se pudieron leer los motivos</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>¿Por qué?</translation>
    </message>
    <message>
        <source>Others with this error</source>
        <translation>Otros con este error</translation>
    </message>
    <message>
        <source>Parameters…</source>
        <translation>Parámetros…</translation>
    </message>
    <message>
        <source>Reproduction bundle…</source>
        <translation>Paquete de reproducción…</translation>
    </message>
    <message>
        <source>A zip with the masked request, the answer, times, versions and hashes, for whoever looks after the other system</source>
        <translation>Un zip con la solicitud enmascarada, la respuesta, los tiempos, las versiones y los hashes, para quien cuida del otro sistema</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ExportModel</name>
    <message>
        <source>Done; the file is no longer there</source>
        <translation>Terminado; el archivo ya no está</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Falló: %1</translation>
    </message>
    <message>
        <source>Cancelled; no file was written</source>
        <translation>Cancelado; no se escribió ningún archivo</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Generated at</source>
        <translation>Generado el</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Situación</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Filas</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ExportsPanel</name>
    <message>
        <source>No export yet</source>
        <translation>Ninguna exportación todavía</translation>
    </message>
    <message>
        <source>What you export appears here with its receipt: rows, time and SHA-256.</source>
        <translation>Lo que exporte aparece aquí con su recibo: filas, hora y SHA-256.</translation>
    </message>
    <message>
        <source>Recent exports</source>
        <translation>Exportaciones recientes</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>Copy SHA-256</source>
        <translation>Copiar SHA-256</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation>Limpiar lista</translation>
    </message>
</context>
<context>
    <name>ponte::ui::FieldEditor</name>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>Read from RM</source>
        <translation>Leer de RM</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not in the list: choose an entry.</source>
        <translation>&apos;%1&apos; no está en la lista: elija una entrada.</translation>
    </message>
    <message>
        <source>Meanwhile %1 changed it.</source>
        <translation>Entretanto %1 lo cambió.</translation>
    </message>
    <message>
        <source>Meanwhile %1 changed it to &apos;%2&apos;.</source>
        <translation>Entretanto %1 lo cambió a &apos;%2&apos;.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no longer in RM&apos;s list: choose another.</source>
        <translation>&apos;%1&apos; ya no está en la lista de RM: elija otro.</translation>
    </message>
    <message>
        <source>The list could not be read from RM, what was known stays: %1</source>
        <translation>La lista no se pudo leer de RM, lo que se conocía permanece: %1</translation>
    </message>
    <message>
        <source>List read from RM %1.</source>
        <translation>Lista leída de RM %1.</translation>
    </message>
    <message>
        <source>The list was not read from RM yet: type the code.</source>
        <translation>La lista aún no se leyó de RM: escriba el código.</translation>
    </message>
    <message>
        <source>Last changed by %1 on %2</source>
        <translation>Último cambio de %1 el %2</translation>
    </message>
    <message>
        <source>Will be removed when you save</source>
        <translation>Se quitará al guardar</translation>
    </message>
    <message>
        <source>Set on %1 by %2</source>
        <translation>Definido el %1 por %2</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>No definido</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Mantener</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Quitar %1</translation>
    </message>
    <message>
        <source>Read the list of %1 from RM</source>
        <translation>Leer de RM la lista de %1</translation>
    </message>
    <message>
        <source>Reads the list anew; F2 in the field opens it</source>
        <translation>Lee la lista de nuevo; F2 en el campo la abre</translation>
    </message>
</context>
<context>
    <name>ponte::ui::FiguresPanel</name>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Contando…</translation>
    </message>
    <message>
        <source>There are no figures</source>
        <translation>No hay cifras</translation>
    </message>
    <message>
        <source>Figures of the report</source>
        <translation>Cifras del informe</translation>
    </message>
    <message>
        <source>Nothing to count</source>
        <translation>Nada que contar</translation>
    </message>
    <message>
        <source>No record matches this choice.</source>
        <translation>Ningún registro corresponde a esta elección.</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>Sale to contract, half within</source>
        <translation>De la venta al contrato, la mitad en</translation>
    </message>
    <message>
        <source>Sale to contract, 95% within</source>
        <translation>De la venta al contrato, 95% en</translation>
    </message>
    <message>
        <source>Recovered by automatic resend</source>
        <translation>Recuperados por el reenvío automático</translation>
    </message>
    <message>
        <source>Records per day, the last %1 days</source>
        <translation>Registros por día, los últimos %1 días</translation>
    </message>
    <message>
        <source>Records per day</source>
        <translation>Registros por día</translation>
    </message>
    <message>
        <source>Records per functionality</source>
        <translation>Registros por funcionalidad</translation>
    </message>
    <message>
        <source>&lt; 1 h</source>
        <translation>&lt; 1 h</translation>
    </message>
    <message>
        <source>&lt; 4 h</source>
        <translation>&lt; 4 h</translation>
    </message>
    <message>
        <source>&lt; 1 day</source>
        <translation>&lt; 1 día</translation>
    </message>
    <message>
        <source>&lt; 3 days</source>
        <translation>&lt; 3 días</translation>
    </message>
    <message>
        <source>&lt; 7 days</source>
        <translation>&lt; 7 días</translation>
    </message>
    <message>
        <source>&lt; 30 days</source>
        <translation>&lt; 30 días</translation>
    </message>
    <message>
        <source>older</source>
        <translation>más antiguos</translation>
    </message>
    <message>
        <source>Still in Error or Pending, by age</source>
        <translation>Aún en Error o Pendiente, por antigüedad</translation>
    </message>
    <message>
        <source>Company %1: %2 of the contracts within %3 (%4 in time, %5 late, %6 overdue)</source>
        <translation>Coligada %1: %2 de los contratos en %3 (%4 a tiempo, %5 tarde, %6 vencidos)</translation>
    </message>
    <message>
        <source>What fails most:</source>
        <translation>Lo que más falla:</translation>
    </message>
</context>
<context>
    <name>ponte::ui::FilterBar</name>
    <message>
        <source>Period</source>
        <translation>Período</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen record(s)</source>
        <translation>
            <numerusform>%n registro elegido</numerusform>
            <numerusform>%n registros elegidos</numerusform>
        </translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Functionality</source>
        <translation>Funcionalidad</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>Módulo</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Limpiar todos los filtros</translation>
    </message>
    <message>
        <source>changed: %1</source>
        <translation>modificado: %1</translation>
    </message>
    <message numerus="yes">
        <source>At least %n automatic attempt(s)</source>
        <translation>
            <numerusform>Al menos %n intento automático</numerusform>
            <numerusform>Al menos %n intentos automáticos</numerusform>
        </translation>
    </message>
    <message>
        <source>Any number</source>
        <translation>Cualquier número</translation>
    </message>
    <message>
        <source>Sale %1</source>
        <translation>Venta %1</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>Clave %1</translation>
    </message>
    <message>
        <source>Error signature %1</source>
        <translation>Firma del error %1</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Modificado: %1</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>More filters: last change, attempts</source>
        <translation>Más filtros: última modificación, intentos</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>Más filtros</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Última modificación</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Intentos</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Limpiar</translation>
    </message>
</context>
<context>
    <name>ponte::ui::HealthLine</name>
    <message numerus="yes">
        <source>%n worker(s)</source>
        <translation>
            <numerusform>%n ejecutor</numerusform>
            <numerusform>%n ejecutores</numerusform>
        </translation>
    </message>
    <message>
        <source>✕ no worker</source>
        <translation>✕ ningún ejecutor</translation>
    </message>
    <message>
        <source>Programs that work on sales, contracts and notices now.</source>
        <translation>Programas que trabajan ahora en ventas, contratos y retornos.</translation>
    </message>
    <message>
        <source>Nothing is sent and no schedule runs until a program with workers is started.</source>
        <translation>No se envía nada ni se ejecuta ninguna programación hasta que se inicie un programa con ejecutores.</translation>
    </message>
    <message>
        <source>%1 was not called yet</source>
        <translation>%1 aún no fue llamado</translation>
    </message>
    <message>
        <source>✕ %1 refuses the credentials</source>
        <translation>✕ %1 rechaza las credenciales</translation>
    </message>
    <message>
        <source>◐ %1 paused until %2</source>
        <translation>◐ %1 en pausa hasta %2</translation>
    </message>
    <message>
        <source>%1 answered last on %2</source>
        <translation>%1 respondió por última vez el %2</translation>
    </message>
    <message>
        <source>◐ %1 did not answer</source>
        <translation>◐ %1 no respondió</translation>
    </message>
</context>
<context>
    <name>ponte::ui::HelpPage</name>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Bac&amp;k</source>
        <translation>Vo&amp;lver</translation>
    </message>
    <message>
        <source>Co&amp;ntents</source>
        <translation>C&amp;ontenido</translation>
    </message>
</context>
<context>
    <name>ponte::ui::HistoryDialog</name>
    <message>
        <source>&amp;Take the old value back</source>
        <translation>&amp;Restaurar el valor anterior</translation>
    </message>
    <message>
        <source>History of the parameters</source>
        <translation>Historial de los parámetros</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parámetro</translation>
    </message>
    <message>
        <source>Valid for</source>
        <translation>Vale para</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Changes of the parameters, newest first</source>
        <translation>Cambios de los parámetros, del más nuevo al más antiguo</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>cambiado</translation>
    </message>
    <message>
        <source>(not set)</source>
        <translation>(no definido)</translation>
    </message>
    <message>
        <source>Nothing was changed yet.</source>
        <translation>Aún no se cambió nada.</translation>
    </message>
    <message>
        <source>Newest first. Of tokens and passwords only the fact is kept.</source>
        <translation>Del más nuevo al más antiguo. De tokens y contraseñas se guarda solo el hecho.</translation>
    </message>
    <message>
        <source>all companies</source>
        <translation>todas las coligadas</translation>
    </message>
    <message>
        <source>company %1</source>
        <translation>coligada %1</translation>
    </message>
    <message>
        <source>company %1, level %2</source>
        <translation>coligada %1, nivel %2</translation>
    </message>
</context>
<context>
    <name>ponte::ui::HourChart</name>
    <message>
        <source>%1 to %2: %3 created, %4 of them in error now</source>
        <translation>%1 a %2: %3 creados, %4 de ellos en error ahora</translation>
    </message>
    <message>
        <source>Records created in the last 24 hours, by hour</source>
        <translation>Registros creados en las últimas 24 horas, por hora</translation>
    </message>
    <message>
        <source>%1 created, %2 of them in error now</source>
        <translation>%1 creados, %2 de ellos en error ahora</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ItemPanel</name>
    <message>
        <source>Log Item</source>
        <translation>Ítem de Log</translation>
    </message>
    <message>
        <source>Choose a record above.</source>
        <translation>Elija un registro arriba.</translation>
    </message>
    <message>
        <source>Items of the log record</source>
        <translation>Ítems del registro de log</translation>
    </message>
    <message>
        <source>Close Log Item</source>
        <translation>Cerrar Ítem de Log</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>Venta</translation>
    </message>
    <message>
        <source>Hide personal data</source>
        <translation>Ocultar datos personales</translation>
    </message>
    <message>
        <source>Show personal data…</source>
        <translation>Mostrar datos personales…</translation>
    </message>
    <message>
        <source>Asks for a reason, which is kept in the audit</source>
        <translation>Pide un motivo, que queda en la auditoría</translation>
    </message>
    <message>
        <source>Data sent</source>
        <translation>Datos enviados</translation>
    </message>
    <message>
        <source>Data received</source>
        <translation>Datos recibidos</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detalle</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>¿Por qué?</translation>
    </message>
</context>
<context>
    <name>ponte::ui::KeyCard</name>
    <message>
        <source>Keys of the monitor</source>
        <translation>Teclas del monitor</translation>
    </message>
    <message>
        <source>Next record, the one before</source>
        <translation>Registro siguiente, el anterior</translation>
    </message>
    <message>
        <source>Open the attempts of the record</source>
        <translation>Abrir los intentos del registro</translation>
    </message>
    <message>
        <source>Back to the records; once more closes the attempts</source>
        <translation>Volver a los registros; otra vez cierra los intentos</translation>
    </message>
    <message>
        <source>Why? What happened, and what comes next</source>
        <translation>¿Por qué? Qué pasó, y qué sigue</translation>
    </message>
    <message>
        <source>Compare attempts</source>
        <translation>Comparar intentos</translation>
    </message>
    <message>
        <source>Reprocess: shows the plan first</source>
        <translation>Reprocesar: muestra antes el plan</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search the data sent and received</source>
        <translation>Buscar en los datos enviados y recibidos</translation>
    </message>
    <message>
        <source>Choose all rows; then all that match</source>
        <translation>Elegir todas las filas; después todos los que coinciden</translation>
    </message>
    <message>
        <source>Copy the chosen rows for a spreadsheet</source>
        <translation>Copiar las filas elegidas para una planilla</translation>
    </message>
    <message>
        <source>All commands; a link pasted there opens its view</source>
        <translation>Todos los comandos; un enlace pegado allí abre su vista</translation>
    </message>
    <message>
        <source>Read anew</source>
        <translation>Leer de nuevo</translation>
    </message>
    <message>
        <source>This card</source>
        <translation>Esta tarjeta</translation>
    </message>
</context>
<context>
    <name>ponte::ui::LogArrangement</name>
    <message>
        <source>Usual columns and widths</source>
        <translation>Columnas y anchos usuales</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
</context>
<context>
    <name>ponte::ui::LogModel</name>
    <message>
        <source>%1, in reprocess. %2</source>
        <translation>%1, en reprocesamiento. %2</translation>
    </message>
    <message>
        <source>In reprocess</source>
        <translation>Reprocesando</translation>
    </message>
</context>
<context>
    <name>ponte::ui::LoginPage</name>
    <message>
        <source>Who works here?</source>
        <translation>¿Quién trabaja aquí?</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>No&amp;mbre</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>C&amp;ontraseña</translation>
    </message>
    <message>
        <source>En&amp;ter</source>
        <translation>En&amp;trar</translation>
    </message>
</context>
<context>
    <name>ponte::ui::LookupStore</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n fila</numerusform>
            <numerusform>%n filas</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the enrolment statuses from RM</source>
        <translation>Lectura de las situaciones de matrícula de RM</translation>
    </message>
    <message>
        <source>Reading the users from RM</source>
        <translation>Lectura de los usuarios de RM</translation>
    </message>
    <message>
        <source>Reading the lists from RM</source>
        <translation>Lectura de las listas de RM</translation>
    </message>
</context>
<context>
    <name>ponte::ui::MailFields</name>
    <message>
        <source>Enter the e-mail address that the messages come from, such as ponte@school.example.</source>
        <translation>Indique la dirección de correo desde la que salen los mensajes, como ponte@escuela.example.</translation>
    </message>
    <message>
        <source>&amp;Encryption</source>
        <translation>Ci&amp;frado</translation>
    </message>
    <message>
        <source>TLS from the first byte (smtps)</source>
        <translation>TLS desde el primer byte (smtps)</translation>
    </message>
    <message>
        <source>TLS after the greeting (STARTTLS)</source>
        <translation>TLS después del saludo (STARTTLS)</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>Puer&amp;to</translation>
    </message>
    <message>
        <source>Sende&amp;r</source>
        <translation>&amp;Remitente</translation>
    </message>
    <message>
        <source>Certificate authority (&amp;file)</source>
        <translation>Autoridad &amp;certificadora (archivo)</translation>
    </message>
    <message>
        <source>those that the system trusts</source>
        <translation>aquellas en las que confía el sistema</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Cifrado</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Remitente</translation>
    </message>
    <message>
        <source>Certificate authority (file)</source>
        <translation>Autoridad certificadora (archivo)</translation>
    </message>
</context>
<context>
    <name>ponte::ui::MainMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>I&amp;r a</translation>
    </message>
    <message>
        <source>&amp;Processes</source>
        <translation>&amp;Procesos</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Actualizar</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Help for this page</source>
        <translation>&amp;Ayuda de esta página</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>&amp;Comandos…</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Tema</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Como el &amp;sistema</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Claro</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Oscuro</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>Menús</translation>
    </message>
    <message>
        <source>&amp;Database…</source>
        <translation>&amp;Base de datos…</translation>
    </message>
    <message>
        <source>A&amp;bout Ponte</source>
        <translation>Ac&amp;erca de Ponte</translation>
    </message>
</context>
<context>
    <name>ponte::ui::MainWindow</name>
    <message>
        <source>Opening the database…</source>
        <translation>Abriendo la base de datos…</translation>
    </message>
    <message>
        <source>The database could not be opened</source>
        <translation>La base de datos no se pudo abrir</translation>
    </message>
    <message>
        <source>About Ponte</source>
        <translation>Acerca de Ponte</translation>
    </message>
    <message>
        <source>Ponte %1
Desktop console for integrations around TOTVS Educacional.
Apache License 2.0</source>
        <translation>Ponte %1
Consola de integraciones alrededor de TOTVS Educacional.
Licencia Apache 2.0</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lugares</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Intentar de nuevo</translation>
    </message>
    <message>
        <source>Choose another &amp;database</source>
        <translation>Elegir otra &amp;base</translation>
    </message>
</context>
<context>
    <name>ponte::ui::MonitorPage</name>
    <message>
        <source>Send the notice again</source>
        <translation>Reenviar el retorno</translation>
    </message>
    <message>
        <source>The selected records could not be read. %1</source>
        <translation>Los registros elegidos no se pudieron leer. %1</translation>
    </message>
    <message numerus="yes">
        <source>%n notice(s) are being sent again; nothing else is repeated.</source>
        <translation>
            <numerusform>%n retorno se está enviando de nuevo; nada más se repite.</numerusform>
            <numerusform>%n retornos se están enviando de nuevo; nada más se repite.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>No enviado: %1</translation>
    </message>
    <message>
        <source>Log Monitor</source>
        <translation>Monitor de Log</translation>
    </message>
    <message>
        <source>Reading the log…</source>
        <translation>Leyendo el log…</translation>
    </message>
    <message>
        <source>The log could not be read</source>
        <translation>El log no se pudo leer</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Nothing in the log yet</source>
        <translation>Aún no hay nada en el log</translation>
    </message>
    <message>
        <source>Records appear here by themselves as soon as the first sale arrives.</source>
        <translation>Los registros aparecen aquí por sí mismos en cuanto llegue la primera venta.</translation>
    </message>
    <message>
        <source>No record matches</source>
        <translation>Ningún registro coincide</translation>
    </message>
    <message>
        <source>No record of the chosen company and level matches all filters.</source>
        <translation>Ningún registro de la coligada y del nivel elegidos cumple todos los filtros.</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Limpiar todos los filtros</translation>
    </message>
    <message>
        <source>The log could not be read again; what is shown may be out of date. %1</source>
        <translation>El log no se pudo leer de nuevo; lo que se ve puede estar desactualizado. %1</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Buscando…</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>más de %1</translation>
    </message>
    <message>
        <source>%1 of %2 · %3 · %4</source>
        <translation>%1 de %2 · %3 · %4</translation>
    </message>
    <message numerus="yes">
        <source>More than %n new</source>
        <translation>
            <numerusform>Más de %n nuevo</numerusform>
            <numerusform>Más de %n nuevos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n nuevo</numerusform>
            <numerusform>%n nuevos</numerusform>
        </translation>
    </message>
    <message>
        <source>The rows could not be copied. %1</source>
        <translation>Las filas no se pudieron copiar. %1</translation>
    </message>
    <message>
        <source>Copied: the first %1 of %2 rows.</source>
        <translation>Copiadas: las primeras %1 de %2 filas.</translation>
    </message>
    <message>
        <source>Log records</source>
        <translation>Registros de log</translation>
    </message>
    <message>
        <source>&amp;Reprocess data…</source>
        <translation>&amp;Reprocesamiento de Datos…</translation>
    </message>
    <message>
        <source>Re&amp;processes…</source>
        <translation>Re&amp;procesamientos…</translation>
    </message>
    <message>
        <source>Show the new records at the top</source>
        <translation>Mostrar los registros nuevos arriba</translation>
    </message>
    <message>
        <source>Copy the &amp;link to this view</source>
        <translation>Copiar el en&amp;lace a esta vista</translation>
    </message>
    <message>
        <source>&amp;Why?</source>
        <translation>&amp;¿Por qué?</translation>
    </message>
    <message>
        <source>&amp;Compare attempts</source>
        <translation>&amp;Comparar intentos</translation>
    </message>
    <message>
        <source>&amp;Search the data sent and received…</source>
        <translation>Buscar en los &amp;datos enviados y recibidos…</translation>
    </message>
    <message>
        <source>&amp;Keys of the monitor</source>
        <translation>&amp;Teclas del monitor</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>· all that match are chosen (%1)</source>
        <translation>· todos los que coinciden están elegidos (%1)</translation>
    </message>
    <message>
        <source>· %1 chosen</source>
        <translation>· %1 elegidos</translation>
    </message>
    <message>
        <source>Choose all that match (%1)</source>
        <translation>Elegir todos los que coinciden (%1)</translation>
    </message>
    <message>
        <source>You may not see these records</source>
        <translation>Usted no puede ver estos registros</translation>
    </message>
    <message>
        <source>%1 Choose a company above whose log you may see.</source>
        <translation>%1 Elija arriba una coligada cuyo log pueda ver.</translation>
    </message>
    <message>
        <source>Searched: %1.</source>
        <translation>Buscado: %1.</translation>
    </message>
    <message>
        <source>Search all time</source>
        <translation>Buscar en todo el período</translation>
    </message>
    <message>
        <source>Show all companies</source>
        <translation>Mostrar todas las coligadas</translation>
    </message>
    <message>
        <source>The view “%1” was saved by a newer Ponte and cannot be shown.</source>
        <translation>La vista “%1” fue guardada por un Ponte más nuevo y no se puede mostrar.</translation>
    </message>
    <message>
        <source>This link cannot be understood: %1</source>
        <translation>Este enlace no se entiende: %1</translation>
    </message>
    <message>
        <source>The link to this view was copied. It opens by being pasted into the commands (Ctrl+K).</source>
        <translation>El enlace a esta vista fue copiado. Se abre pegándolo en los comandos (Ctrl+K).</translation>
    </message>
    <message>
        <source>Group by error</source>
        <translation>Agrupar por error</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportar…</translation>
    </message>
    <message>
        <source>More than %1 records cannot be chosen one by one. Choose fewer, or press Ctrl+A and choose all that match.</source>
        <translation>Más de %1 registros no se pueden elegir uno por uno. Elija menos, o pulse Ctrl+A y elija todos los que coinciden.</translation>
    </message>
    <message>
        <source>Show all levels</source>
        <translation>Mostrar todos los niveles</translation>
    </message>
</context>
<context>
    <name>ponte::ui::OverviewCards</name>
    <message>
        <source>up to 1 hour</source>
        <translation>hasta 1 hora</translation>
    </message>
    <message>
        <source>up to 1 day</source>
        <translation>hasta 1 día</translation>
    </message>
    <message>
        <source>up to 7 days</source>
        <translation>hasta 7 días</translation>
    </message>
    <message>
        <source>older</source>
        <translation>más antiguos</translation>
    </message>
    <message>
        <source>%1 waiting, %2</source>
        <translation>%1 en espera, %2</translation>
    </message>
    <message>
        <source>Shows these records in the monitor</source>
        <translation>Muestra estos registros en el monitor</translation>
    </message>
    <message>
        <source>None: no record is one automatic attempt away from being cancelled.</source>
        <translation>Ninguno: ningún registro está a un intento automático de ser cancelado.</translation>
    </message>
    <message>
        <source>company %1: the attempt %2 is the last</source>
        <translation>coligada %1: el intento %2 es el último</translation>
    </message>
    <message>
        <source>the next automatic attempt (%1) is the last</source>
        <translation>el próximo intento automático (%1) es el último</translation>
    </message>
    <message>
        <source>%1 at risk, %2</source>
        <translation>%1 en riesgo, %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more compan(y/ies): choose one above</source>
        <translation>
            <numerusform>y %n coligada más: elija una arriba</numerusform>
            <numerusform>y %n coligadas más: elija una arriba</numerusform>
        </translation>
    </message>
    <message>
        <source>not called yet</source>
        <translation>todavía no fue llamado</translation>
    </message>
    <message>
        <source>refuses the credentials; nothing is sent. %1</source>
        <translation>rechaza las credenciales; no se envía nada. %1</translation>
    </message>
    <message>
        <source>paused until %1. %2</source>
        <translation>en pausa hasta %1. %2</translation>
    </message>
    <message>
        <source>answered %1</source>
        <translation>respondió %1</translation>
    </message>
    <message>
        <source>works</source>
        <translation>funciona</translation>
    </message>
    <message>
        <source>has not answered yet. %1</source>
        <translation>todavía no respondió. %1</translation>
    </message>
    <message numerus="yes">
        <source>%n program(s) at work</source>
        <translation>
            <numerusform>%n programa en trabajo</numerusform>
            <numerusform>%n programas en trabajo</numerusform>
        </translation>
    </message>
    <message>
        <source>none: nothing is sent and no schedule runs</source>
        <translation>ninguno: no se envía nada y no corre ninguna programación</translation>
    </message>
    <message>
        <source>Waiting, by age</source>
        <translation>En espera, por antigüedad</translation>
    </message>
    <message>
        <source>In error or pending, and may be run again</source>
        <translation>En error o pendientes, y se pueden reprocesar</translation>
    </message>
    <message>
        <source>At risk of being cancelled</source>
        <translation>En riesgo de cancelación</translation>
    </message>
    <message>
        <source>Outside systems</source>
        <translation>Sistemas externos</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Ejecutores</translation>
    </message>
</context>
<context>
    <name>ponte::ui::OverviewModel</name>
    <message>
        <source>All companies</source>
        <translation>Todas las coligadas</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>más de %1</translation>
    </message>
    <message>
        <source>Enter or double click shows these records in the monitor</source>
        <translation>Enter o doble clic muestra estos registros en el monitor</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Coligada</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
</context>
<context>
    <name>ponte::ui::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Visión general</translation>
    </message>
    <message>
        <source>The numbers could not be read. %1</source>
        <translation>Los números no se pudieron leer. %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Log records by company and status</source>
        <translation>Registros de log por coligada y estado</translation>
    </message>
    <message>
        <source>Of the company and level chosen above. Enter or double click on a number, or a click on a link or bar, shows exactly those records.</source>
        <translation>De la coligada y el nivel elegidos arriba. Enter o doble clic en un número, o un clic en un enlace o barra, muestra exactamente esos registros.</translation>
    </message>
    <message>
        <source>Created per hour, last 24 hours; hatched: in error now</source>
        <translation>Creados por hora, últimas 24 horas; rayado: en error ahora</translation>
    </message>
    <message>
        <source>Log records by functionality and status</source>
        <translation>Registros del log por funcionalidad y estado</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ParameterActions</name>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>More to do with the parameters</source>
        <translation>Más para hacer con los parámetros</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Historial…</translation>
    </message>
    <message>
        <source>&amp;Export to a file…</source>
        <translation>&amp;Exportar a un archivo…</translation>
    </message>
    <message>
        <source>&amp;Import from a file…</source>
        <translation>&amp;Importar de un archivo…</translation>
    </message>
    <message>
        <source>Export the parameters</source>
        <translation>Exportar los parámetros</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2</source>
        <translation>El archivo %1 no se puede escribir: %2</translation>
    </message>
    <message>
        <source>The parameters stand in %1, without tokens and passwords.</source>
        <translation>Los parámetros están en %1, sin tokens ni contraseñas.</translation>
    </message>
    <message>
        <source>Import parameters</source>
        <translation>Importar parámetros</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2</source>
        <translation>El archivo %1 no se puede leer: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) read from the file; look at them and save.</source>
        <translation>
            <numerusform>%n valor leído del archivo; revíselo y guarde.</numerusform>
            <numerusform>%n valores leídos del archivo; revíselos y guarde.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ponte::ui::ParameterTab</name>
    <message>
        <source>Another field of this tab has the same value.</source>
        <translation>Otro campo de esta pestaña tiene el mismo valor.</translation>
    </message>
    <message>
        <source>The address is set, this is not: calls will be refused.</source>
        <translation>La dirección está definida, esto no: las llamadas serán rechazadas.</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ParametersPage</name>
    <message>
        <source>Parameters</source>
        <translation>Parámetros</translation>
    </message>
    <message>
        <source>Nothing was saved: someone else changed the same meanwhile: %1. What you typed is still here; saving again replaces the other&apos;s values.</source>
        <translation>No se guardó nada: entretanto otra persona cambió lo mismo: %1. Lo que escribió sigue aquí; guardar de nuevo reemplaza los valores del otro.</translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation>Guardar de todos modos</translation>
    </message>
    <message>
        <source>The parameters could not be read</source>
        <translation>Los parámetros no se pudieron leer</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Reading the parameters…</source>
        <translation>Leyendo los parámetros…</translation>
    </message>
    <message>
        <source>You may look at the parameters, but not change them.</source>
        <translation>Puede ver los parámetros, pero no cambiarlos.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not saved</source>
        <translation>
            <numerusform>%n cambio sin guardar</numerusform>
            <numerusform>%n cambios sin guardar</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>Todo está guardado</translation>
    </message>
    <message>
        <source>Touches from the next attempt on: %1 record(s) in error or pending, %2 schedule(s).</source>
        <translation>Afecta desde el próximo intento: %1 registro(s) con Error o Pendiente, %2 programación(s).</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>más de %1</translation>
    </message>
    <message>
        <source>Nothing was saved. %1</source>
        <translation>No se guardó nada. %1</translation>
    </message>
    <message>
        <source>The parameters have changes that are not saved.</source>
        <translation>Los parámetros tienen cambios sin guardar.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
</context>
<context>
    <name>ponte::ui::PayloadHits</name>
    <message>
        <source>Sent and received</source>
        <translation>Enviados y recibidos</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviados</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recibidos</translation>
    </message>
    <message>
        <source>Log id</source>
        <translation>Id Log</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Intento</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Fecha de Creación</translation>
    </message>
    <message>
        <source>Found in</source>
        <translation>Encontrado en</translation>
    </message>
    <message>
        <source>Text around it</source>
        <translation>Texto alrededor</translation>
    </message>
</context>
<context>
    <name>ponte::ui::PayloadOptions</name>
    <message>
        <source>As stored, without indentation</source>
        <translation>Como fue guardado, sin sangría</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Ajustar líneas largas</translation>
    </message>
    <message>
        <source>Line numbers</source>
        <translation>Números de línea</translation>
    </message>
</context>
<context>
    <name>ponte::ui::PayloadSearchPanel</name>
    <message>
        <source>Search in the data sent and received</source>
        <translation>Búsqueda en los datos enviados y recibidos</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n resultado</numerusform>
            <numerusform>%n resultados</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 attempts searched</source>
        <translation>%1 de %2 intentos buscados</translation>
    </message>
    <message>
        <source>%1 attempts searched</source>
        <translation>%1 intentos buscados</translation>
    </message>
    <message>
        <source>%1, back to %2</source>
        <translation>%1, hasta %2</translation>
    </message>
    <message>
        <source>The search ended early. %1</source>
        <translation>La búsqueda terminó antes del fin. %1</translation>
    </message>
    <message>
        <source>Looks in what was sent and received for the records that the filters choose, newest first. It may take minutes, and goes on while you work elsewhere.</source>
        <translation>Busca en lo enviado y recibido de los registros que los filtros eligen, del más nuevo al más antiguo. Puede tardar minutos, y sigue mientras usted trabaja en otro lugar.</translation>
    </message>
    <message>
        <source>Everything was searched. %1</source>
        <translation>Se buscó en todo. %1</translation>
    </message>
    <message>
        <source>Stopped; what is older was not searched. %1</source>
        <translation>Detenida; no se buscó en lo más antiguo. %1</translation>
    </message>
    <message>
        <source>So many hits that the search stopped; what is older was not searched. %1</source>
        <translation>Tantos resultados que la búsqueda se detuvo; no se buscó en lo más antiguo. %1</translation>
    </message>
    <message>
        <source>Search the data sent and received</source>
        <translation>Buscar en los datos enviados y recibidos</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Cerrar (Esc)</translation>
    </message>
    <message>
        <source>Close the search of sent and received data</source>
        <translation>Cerrar la búsqueda en los datos enviados y recibidos</translation>
    </message>
    <message>
        <source>Text in the data</source>
        <translation>Texto en los datos</translation>
    </message>
    <message>
        <source>Text in the data sent and received</source>
        <translation>Texto en los datos enviados y recibidos</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Resultados</translation>
    </message>
</context>
<context>
    <name>ponte::ui::PayloadView</name>
    <message>
        <source>The data could not be read</source>
        <translation>Los datos no se pudieron leer</translation>
    </message>
    <message>
        <source>Choose an item to see what was sent and received.</source>
        <translation>Elija un ítem para ver lo que se envió y recibió.</translation>
    </message>
    <message>
        <source>Nothing was stored here.</source>
        <translation>Aquí no se guardó nada.</translation>
    </message>
    <message>
        <source>Copy everything</source>
        <translation>Copiar todo</translation>
    </message>
    <message>
        <source>Several calls</source>
        <translation>Varias llamadas</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Reading the data…</source>
        <translation>Leyendo los datos…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>The beginning is shown; the rest is being read…</source>
        <translation>Se muestra el comienzo; el resto se está leyendo…</translation>
    </message>
    <message>
        <source>line %1, character %2</source>
        <translation>línea %1, carácter %2</translation>
    </message>
    <message>
        <source>One of these documents is broken and is shown as it is.</source>
        <translation>Uno de estos documentos está roto y se muestra como está.</translation>
    </message>
    <message>
        <source>This %1 ends before it is complete. It is shown as it was stored.</source>
        <translation>Este %1 termina antes de estar completo. Se muestra como fue guardado.</translation>
    </message>
    <message>
        <source>This is no valid %1: in %2 a tag ends what was not begun. It is shown as it was stored.</source>
        <translation>Este %1 no es válido: en la %2 una etiqueta cierra lo que no se abrió. Se muestra como fue guardado.</translation>
    </message>
    <message>
        <source>This %1 would have too many lines. It is shown as it was stored.</source>
        <translation>Este %1 tendría demasiadas líneas. Se muestra como fue guardado.</translation>
    </message>
    <message>
        <source>This is no valid %1 from %2 on. It is shown as it was stored.</source>
        <translation>Este %1 no es válido a partir de la %2. Se muestra como fue guardado.</translation>
    </message>
    <message>
        <source>%1 levels deep: from level %2 on lines are not indented any further.</source>
        <translation>%1 niveles de profundidad: a partir del nivel %2 la sangría ya no aumenta.</translation>
    </message>
    <message>
        <source>Find (Ctrl+F)</source>
        <translation>Buscar (Ctrl+F)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>Copy &amp;value</source>
        <translation>Copiar &amp;valor</translation>
    </message>
    <message>
        <source>Copy &amp;path</source>
        <translation>Copiar &amp;ruta</translation>
    </message>
    <message>
        <source>&amp;Fold</source>
        <translation>Con&amp;traer</translation>
    </message>
    <message>
        <source>&amp;Unfold</source>
        <translation>&amp;Expandir</translation>
    </message>
    <message>
        <source>Fold &amp;all</source>
        <translation>Contraer t&amp;odo</translation>
    </message>
    <message>
        <source>Unfold a&amp;ll</source>
        <translation>Expandir to&amp;do</translation>
    </message>
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
            <numerusform>%Ln línea</numerusform>
            <numerusform>%Ln líneas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln control character(s) stand in this text, as in binary data; each is shown by a symbol.</source>
        <translation>
            <numerusform>Hay %Ln carácter de control en este texto, como en datos binarios; se muestra con un símbolo.</numerusform>
            <numerusform>Hay %Ln caracteres de control en este texto, como en datos binarios; cada uno se muestra con un símbolo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) arrived as bytes that are no UTF-8; each is shown as “�”.</source>
        <translation>
            <numerusform>%Ln carácter llegó en bytes que no son UTF-8; se muestra como “�”.</numerusform>
            <numerusform>%Ln caracteres llegaron en bytes que no son UTF-8; cada uno se muestra como “�”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ponte::ui::PeopleTab</name>
    <message>
        <source>%1 may work here again.</source>
        <translation>%1 puede trabajar aquí de nuevo.</translation>
    </message>
    <message>
        <source>%1 may no longer work here.</source>
        <translation>%1 ya no puede trabajar aquí.</translation>
    </message>
    <message>
        <source>may work</source>
        <translation>puede trabajar</translation>
    </message>
    <message>
        <source>disabled on %1</source>
        <translation>desactivada el %1</translation>
    </message>
    <message>
        <source>locked until %1</source>
        <translation>bloqueada hasta %1</translation>
    </message>
    <message>
        <source>%1 was changed.</source>
        <translation>%1 se cambió.</translation>
    </message>
    <message>
        <source>%1 may work here now. Who starts the program from now on has to log in.</source>
        <translation>%1 puede trabajar aquí ahora. Quien inicie el programa desde ahora debe identificarse.</translation>
    </message>
    <message>
        <source>While nobody is listed, whoever opens the database may do everything. The first person needs a profile that administers.</source>
        <translation>Mientras no haya nadie en la lista, quien abre la base de datos puede hacer todo. La primera persona necesita un perfil que administre.</translation>
    </message>
    <message>
        <source>On PostgreSQL a person is the database role of that name.</source>
        <translation>En PostgreSQL una persona es el rol de la base de datos con ese nombre.</translation>
    </message>
    <message>
        <source>Name of the person</source>
        <translation>Nombre de la persona</translation>
    </message>
    <message>
        <source>Password of the person</source>
        <translation>Contraseña de la persona</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>se conserva</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Perfiles</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>&amp;Disable</source>
        <translation>&amp;Desactivar</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Situación</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Creada el</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>No&amp;mbre</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>C&amp;ontraseña</translation>
    </message>
    <message>
        <source>A&amp;dd person</source>
        <translation>A&amp;gregar persona</translation>
    </message>
    <message>
        <source>E&amp;nable</source>
        <translation>Reac&amp;tivar</translation>
    </message>
    <message>
        <source>Nobody yet.</source>
        <translation>Nadie todavía.</translation>
    </message>
</context>
<context>
    <name>ponte::ui::PeriodButton</name>
    <message>
        <source>Show this period</source>
        <translation>Mostrar este período</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
</context>
<context>
    <name>ponte::ui::PlanOptions</name>
    <message>
        <source>Only the &amp;first:</source>
        <translation>Solo los &amp;primeros:</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todos</translation>
    </message>
    <message>
        <source>Only the first records</source>
        <translation>Solo los primeros registros</translation>
    </message>
    <message>
        <source>The oldest ones by log id; 0 means all of them.</source>
        <translation>Los más antiguos por Id Log; 0 significa todos.</translation>
    </message>
    <message>
        <source>At most &amp;per second:</source>
        <translation>Como &amp;máximo por segundo:</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sin límite</translation>
    </message>
    <message>
        <source>At most so many records per second</source>
        <translation>Como máximo tantos registros por segundo</translation>
    </message>
    <message>
        <source>Over all programs together; 0 means no limit.</source>
        <translation>Entre todos los programas juntos; 0 significa sin límite.</translation>
    </message>
    <message>
        <source>A few records firs&amp;t</source>
        <translation>&amp;Algunos registros primero</translation>
    </message>
    <message>
        <source>Five records go first, then ten times as many each time. It pauses by itself when none of the first ones gets an answer.</source>
        <translation>Cinco registros van primero, luego diez veces más cada vez. Se pausa por sí mismo cuando ninguno de los primeros recibe respuesta.</translation>
    </message>
    <message>
        <source>Count automatic &amp;attempts anew</source>
        <translation>Contar de nuevo los &amp;intentos automáticos</translation>
    </message>
    <message>
        <source>The count goes back to zero, so that a record that fails again is resent automatically: also one that is Cancelled now.</source>
        <translation>La cuenta vuelve a cero, de modo que un registro que falle de nuevo se reenvía automáticamente: también uno que ahora está Cancelado.</translation>
    </message>
</context>
<context>
    <name>ponte::ui::PlanPanel</name>
    <message>
        <source>The records of the plan could not be read. %1</source>
        <translation>Los registros del plan no se pudieron leer. %1</translation>
    </message>
    <message>
        <source>The split of the plan could not be read. %1</source>
        <translation>La división del plan no se pudo leer. %1</translation>
    </message>
    <message>
        <source>Nothing to reprocess</source>
        <translation>Nada que reprocesar</translation>
    </message>
    <message>
        <source>%1 included · %2 left out</source>
        <translation>%1 incluidos · %2 dejados fuera</translation>
    </message>
    <message>
        <source>Nothing that may run again is in Error or Pending among what was chosen.</source>
        <translation>Entre lo elegido, nada que pueda reprocesarse está en Error o Pendiente.</translation>
    </message>
    <message>
        <source>What would be reprocessed</source>
        <translation>Lo que se reprocesaría</translation>
    </message>
    <message>
        <source>Nothing runs before you confirm.</source>
        <translation>Nada se ejecuta antes de que usted confirme.</translation>
    </message>
    <message>
        <source>Making the plan…</source>
        <translation>Preparando el plan…</translation>
    </message>
    <message>
        <source>This cannot be reprocessed</source>
        <translation>Esto no se puede reprocesar</translation>
    </message>
    <message>
        <source>The plan could not be made</source>
        <translation>El plan no se pudo preparar</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>&amp;Yes, I mean all %1 records</source>
        <translation>&amp;Sí, me refiero a todos los %1 registros</translation>
    </message>
    <message>
        <source>&amp;Reprocess 1 record</source>
        <translation>&amp;Reprocesar 1 registro</translation>
    </message>
    <message>
        <source>&amp;Reprocess %1 records</source>
        <translation>&amp;Reprocesar %1 registros</translation>
    </message>
    <message>
        <source>&amp;Reprocess</source>
        <translation>&amp;Reprocesar</translation>
    </message>
    <message>
        <source>Confirming…</source>
        <translation>Confirmando…</translation>
    </message>
    <message>
        <source>A manual run: it ignores the maximum of attempts and does not count as one.</source>
        <translation>Ejecución manual: ignora el máximo de intentos y no cuenta como uno.</translation>
    </message>
    <message>
        <source>Nothing was started: the plan is no longer there. %1</source>
        <translation>No se inició nada: el plan ya no existe. %1</translation>
    </message>
    <message>
        <source>Make a new plan</source>
        <translation>Preparar otro plan</translation>
    </message>
    <message>
        <source>The connection was lost while confirming. Confirming again is safe: it stays one reprocess. %1</source>
        <translation>La conexión se perdió al confirmar. Confirmar de nuevo es seguro: sigue siendo un solo reprocesamiento. %1</translation>
    </message>
    <message>
        <source>Confirm again</source>
        <translation>Confirmar de nuevo</translation>
    </message>
    <message>
        <source>Nothing was started. %1</source>
        <translation>No se inició nada. %1</translation>
    </message>
    <message>
        <source>Split of the plan</source>
        <translation>División del plan</translation>
    </message>
    <message>
        <source>Records of the plan</source>
        <translation>Registros del plan</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
</context>
<context>
    <name>ponte::ui::PlanScope</name>
    <message numerus="yes">
        <source>The %n &amp;selected record(s)</source>
        <translation>
            <numerusform>El registro &amp;elegido</numerusform>
            <numerusform>Los %n registros &amp;elegidos</numerusform>
        </translation>
    </message>
    <message>
        <source>All that the filter of the &amp;monitor matches and that may run again</source>
        <translation>Todo lo que el fil&amp;tro del monitor encuentra y que puede reprocesarse</translation>
    </message>
    <message>
        <source>all companies</source>
        <translation>todas las coligadas</translation>
    </message>
    <message>
        <source>Everything in Error or Pending of %1</source>
        <translation>Todo en Error o Pendiente de %1</translation>
    </message>
    <message>
        <source>&amp;Everything in Error or Pending of %1</source>
        <translation>To&amp;do en Error o Pendiente de %1</translation>
    </message>
</context>
<context>
    <name>ponte::ui::PlanShares</name>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Coligada</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Split by</source>
        <translation>División</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Included</source>
        <translation>Incluidos</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Fuera</translation>
    </message>
    <message>
        <source>Error signature</source>
        <translation>Firma del error</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
</context>
<context>
    <name>ponte::ui::PreviewPanel</name>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>There is no preview</source>
        <translation>No hay vista previa</translation>
    </message>
    <message>
        <source>Reading the first rows…</source>
        <translation>Leyendo las primeras filas…</translation>
    </message>
    <message>
        <source>Nothing to export</source>
        <translation>Nada que exportar</translation>
    </message>
    <message>
        <source>No record matches this choice.</source>
        <translation>Ningún registro corresponde a esta elección.</translation>
    </message>
    <message numerus="yes">
        <source>All %n row(s), as the file will have them</source>
        <translation>
            <numerusform>La única fila, como estará en el archivo</numerusform>
            <numerusform>Las %n filas, como estarán en el archivo</numerusform>
        </translation>
    </message>
    <message>
        <source>The first %1 rows, as the file will have them; %2 records in all</source>
        <translation>Las primeras %1 filas, como estarán en el archivo; %2 registros en total</translation>
    </message>
    <message>
        <source>Preview of the report</source>
        <translation>Vista previa del informe</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ProfilesTab</name>
    <message>
        <source>Loja Click integration | Parameters (see)</source>
        <translation>Integración Loja Click | Parámetros (ver)</translation>
    </message>
    <message>
        <source>Loja Click integration | Parameters (change)</source>
        <translation>Integración Loja Click | Parámetros (cambiar)</translation>
    </message>
    <message>
        <source>Loja Click integration | Log Monitor</source>
        <translation>Integración Loja Click | Monitor de Log</translation>
    </message>
    <message>
        <source>Personal data unmasked</source>
        <translation>Datos personales sin máscara</translation>
    </message>
    <message>
        <source>Processes | Data reprocessing</source>
        <translation>Procesos | Reprocesamiento de Datos</translation>
    </message>
    <message>
        <source>Schedules (change)</source>
        <translation>Programaciones (cambiar)</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Informes</translation>
    </message>
    <message>
        <source>Administration | Connections, companies</source>
        <translation>Administración | Conexiones, coligadas</translation>
    </message>
    <message>
        <source>Administration | API clients</source>
        <translation>Administración | Clientes de la API</translation>
    </message>
    <message>
        <source>Administration | People, profiles</source>
        <translation>Administración | Personas, perfiles</translation>
    </message>
    <message>
        <source>%1 releases</source>
        <translation>%1 libera</translation>
    </message>
    <message>
        <source>%1 in company %2</source>
        <translation>%1 en la coligada %2</translation>
    </message>
    <message>
        <source>Saved. It counts from the next login on.</source>
        <translation>Guardado. Vale desde la próxima entrada.</translation>
    </message>
    <message>
        <source>There is a profile of this name already.</source>
        <translation>Ya hay un perfil con ese nombre.</translation>
    </message>
    <message>
        <source>The profile releases nothing yet: tick what it may.</source>
        <translation>El perfil aún no libera nada: marque lo que puede.</translation>
    </message>
    <message>
        <source>Remove the profile</source>
        <translation>Quitar el perfil</translation>
    </message>
    <message>
        <source>The profile %1 is removed.</source>
        <translation>El perfil %1 será quitado.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>%1 is gone.</source>
        <translation>%1 ya no está.</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Perfiles</translation>
    </message>
    <message>
        <source>Name of a new profile</source>
        <translation>Nombre de un nuevo perfil</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Save what the profile releases</source>
        <translation>Guardar lo que libera el perfil</translation>
    </message>
    <message>
        <source>Remove the chosen profile</source>
        <translation>Quitar el perfil elegido</translation>
    </message>
    <message>
        <source>A&amp;dd profile</source>
        <translation>Agregar per&amp;fil</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>&amp;Quitar…</translation>
    </message>
</context>
<context>
    <name>ponte::ui::QuickBox</name>
    <message>
        <source>Log id</source>
        <translation>Id Log</translation>
    </message>
    <message>
        <source>CPF</source>
        <translation>CPF</translation>
    </message>
    <message>
        <source>RA or other key</source>
        <translation>RA u otra clave</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>Venta</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Searched as: %1</source>
        <translation>Buscado como: %1</translation>
    </message>
    <message>
        <source>CPF, RA, Log id, sale, text…</source>
        <translation>CPF, RA, Id Log, IdUnico, texto…</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Buscar en el log</translation>
    </message>
    <message>
        <source>Looks in log ids, sales, key values and messages (/ or Ctrl+F)</source>
        <translation>Busca en Id Log, ventas, valores clave y mensajes (/ o Ctrl+F)</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ReportExports</name>
    <message>
        <source>counting</source>
        <translation>contando</translation>
    </message>
    <message>
        <source>finishing the file</source>
        <translation>terminando el archivo</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 de %2 filas</translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation>%1 por segundo</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>faltan %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>faltan %1 min</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>Exportar %1</translation>
    </message>
    <message>
        <source>waiting for its turn</source>
        <translation>esperando su turno</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 filas</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ReportFields</name>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Today so far</source>
        <translation>Hoy hasta ahora</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>Los últimos 7 días</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>Los últimos 30 días</translation>
    </message>
    <message>
        <source>This month so far</source>
        <translation>Este mes hasta ahora</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>El mes pasado</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Excel (XLSX)</source>
        <translation>Excel (XLSX)</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>PDF, with totals and charts</source>
        <translation>PDF, con totales y gráficos</translation>
    </message>
    <message>
        <source>HTML, in one file</source>
        <translation>HTML, en un archivo</translation>
    </message>
    <message>
        <source>No file, only the daily summary</source>
        <translation>Sin archivo, solo el resumen diario</translation>
    </message>
    <message>
        <source>/srv/reports, on the machine that runs schedules</source>
        <translation>/srv/informes, en la máquina que ejecuta las programaciones</translation>
    </message>
    <message>
        <source>head@school.example, it@school.example</source>
        <translation>direccion@escuela.example, ti@escuela.example</translation>
    </message>
    <message>
        <source>Tell in the e-mail &amp;what went wrong</source>
        <translation>Contar en el correo &amp;lo que salió mal</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ReportForm</name>
    <message>
        <source>There is nothing to choose from.</source>
        <translation>No hay nada que elegir.</translation>
    </message>
    <message>
        <source>Choose at least one column.</source>
        <translation>Elija al menos una columna.</translation>
    </message>
    <message>
        <source>There is no time zone &apos;%1&apos;.</source>
        <translation>No existe la zona horaria &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>Say which file is to be written.</source>
        <translation>Indique el archivo a escribir.</translation>
    </message>
    <message>
        <source>The file needs its whole path.</source>
        <translation>El archivo necesita la ruta completa.</translation>
    </message>
    <message>
        <source>report</source>
        <comment>name of a file</comment>
        <translation>informe</translation>
    </message>
    <message>
        <source>Each export with personal data is on record.</source>
        <translation>Cada exportación con datos personales queda registrada.</translation>
    </message>
    <message>
        <source>You may not see personal data; it is masked.</source>
        <translation>Usted no puede ver datos personales; van enmascarados.</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportar a</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>&amp;Datos</translation>
    </message>
    <message>
        <source>For&amp;mat</source>
        <translation>For&amp;mato</translation>
    </message>
    <message>
        <source>Separa&amp;tor</source>
        <translation>Sepa&amp;rador</translation>
    </message>
    <message>
        <source>Col&amp;umns</source>
        <translation>Col&amp;umnas</translation>
    </message>
    <message>
        <source>La&amp;nguage</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>&amp;Zona horaria</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>Arc&amp;hivo</translation>
    </message>
    <message>
        <source>Excel (XLSX)</source>
        <translation>Excel (XLSX)</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>PDF, with totals and charts</source>
        <translation>PDF, con totales y gráficos</translation>
    </message>
    <message>
        <source>HTML, in one file</source>
        <translation>HTML, en un archivo</translation>
    </message>
    <message>
        <source>Semicolon (;)</source>
        <translation>Punto y coma (;)</translation>
    </message>
    <message>
        <source>Comma (,)</source>
        <translation>Coma (,)</translation>
    </message>
    <message>
        <source>Marked as UTF-8 (BOM), for Excel</source>
        <translation>Marcado como UTF-8 (BOM), para Excel</translation>
    </message>
    <message>
        <source>A &amp;row per execution (log items)</source>
        <translation>Una fi&amp;la por ejecución (ítems de log)</translation>
    </message>
    <message>
        <source>With data sent and received</source>
        <translation>Con los datos enviados y recibidos</translation>
    </message>
    <message>
        <source>Show &amp;personal data</source>
        <translation>Mostrar datos &amp;personales</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Examinar…</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>E&amp;xportar</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ReportsPage</name>
    <message>
        <source>Reports</source>
        <translation>Informes</translation>
    </message>
    <message>
        <source>What the monitor shows</source>
        <translation>Lo que muestra el Monitor</translation>
    </message>
    <message>
        <source>The whole log</source>
        <translation>Todo el log</translation>
    </message>
    <message>
        <source>All of %1, %2</source>
        <translation>Todo de %1, %2</translation>
    </message>
    <message>
        <source>All of %1</source>
        <translation>Todo de %1</translation>
    </message>
    <message>
        <source>View: %1</source>
        <translation>Vista: %1</translation>
    </message>
    <message>
        <source>%1 is done: %2 rows.</source>
        <translation>%1 está listo: %2 filas.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>%1 was not exported. %2</source>
        <translation>%1 no se exportó. %2</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exportaciones</translation>
    </message>
    <message>
        <source>Views of the report</source>
        <translation>Vistas del informe</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ReprocessDesk</name>
    <message>
        <source>It goes on without this window.</source>
        <translation>Sigue sin esta ventana.</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ReprocessDialog</name>
    <message>
        <source>Reprocess data</source>
        <translation>Reprocesamiento de Datos</translation>
    </message>
</context>
<context>
    <name>ponte::ui::RevealDialog</name>
    <message>
        <source>Show personal data</source>
        <translation>Mostrar datos personales</translation>
    </message>
    <message>
        <source>The personal data of log %1 will be readable until you leave this record. Who looked, when and why is kept in the audit.</source>
        <translation>Los datos personales del log %1 quedarán legibles hasta que salga de este registro. Quién los vio, cuándo y por qué queda en la auditoría.</translation>
    </message>
    <message>
        <source>For example: call 4711 of the student, address refused by the ERP</source>
        <translation>Por ejemplo: solicitud 4711 del alumno, dirección rechazada por el ERP</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>&amp;Reason:</source>
        <translation>&amp;Motivo:</translation>
    </message>
</context>
<context>
    <name>ponte::ui::RuleEditor</name>
    <message>
        <source>Every so many minutes</source>
        <translation>Cada tantos minutos</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Todos los días</translation>
    </message>
    <message>
        <source>On certain weekdays</source>
        <translation>En ciertos días de la semana</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>Una vez</translation>
    </message>
    <message>
        <source>When it runs</source>
        <translation>Cuándo se ejecuta</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>Minutes between two runs</source>
        <translation>Minutos entre dos ejecuciones</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>at</source>
        <comment>a time of day</comment>
        <translation>a las</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
</context>
<context>
    <name>ponte::ui::RunHistory</name>
    <message>
        <source>Runs</source>
        <translation>Ejecuciones</translation>
    </message>
    <message>
        <source>Runs of &apos;%1&apos;</source>
        <translation>Ejecuciones de &apos;%1&apos;</translation>
    </message>
    <message>
        <source>The runs could not be read: %1</source>
        <translation>No se pudieron leer las ejecuciones: %1</translation>
    </message>
    <message>
        <source>It has not run yet.</source>
        <translation>Todavía no se ha ejecutado.</translation>
    </message>
</context>
<context>
    <name>ponte::ui::RunModel</name>
    <message>
        <source>Running</source>
        <translation>En ejecución</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>automático</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Planificados</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Con éxito</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Con error</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Omitidos</translation>
    </message>
    <message>
        <source>Not attempted</source>
        <translation>No intentados</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
</context>
<context>
    <name>ponte::ui::RunPreview</name>
    <message>
        <source>Next runs, in the time of %1:</source>
        <translation>Próximas ejecuciones, en la hora de %1:</translation>
    </message>
    <message>
        <source>None: this time has passed.</source>
        <translation>Ninguna: esta hora ya pasó.</translation>
    </message>
</context>
<context>
    <name>ponte::ui::SaleModel</name>
    <message>
        <source>Log id</source>
        <translation>Id Log</translation>
    </message>
    <message>
        <source>%1 (the chosen record)</source>
        <translation>%1 (el registro elegido)</translation>
    </message>
    <message>
        <source>Functionality</source>
        <translation>Funcionalidad</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Executions</source>
        <translation>Ejecuciones</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Fecha de Creación</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Última modificación</translation>
    </message>
</context>
<context>
    <name>ponte::ui::SaleRecords</name>
    <message>
        <source>Sale %1</source>
        <translation>Venta %1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>Choose a record to see the others of its sale.</source>
        <translation>Elija un registro para ver los otros de la misma venta.</translation>
    </message>
    <message>
        <source>The sale could not be read</source>
        <translation>No se pudo leer la venta</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Records of the sale</source>
        <translation>Registros de la venta</translation>
    </message>
    <message>
        <source>Show in the monitor</source>
        <translation>Mostrar en el monitor</translation>
    </message>
    <message numerus="yes">
        <source>Sale %1 · %Ln record(s)</source>
        <translation>
            <numerusform>Venta %1 · %Ln registro</numerusform>
            <numerusform>Venta %1 · %Ln registros</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ponte::ui::ScheduleDialog</name>
    <message>
        <source>All levels</source>
        <translation>Todos los niveles</translation>
    </message>
    <message>
        <source>Choose at least one status.</source>
        <translation>Elija al menos un estado.</translation>
    </message>
    <message>
        <source>There is no company whose schedules you may change.</source>
        <translation>No hay coligada cuyas programaciones usted pueda cambiar.</translation>
    </message>
    <message>
        <source>Nothing was saved. %1</source>
        <translation>No se guardó nada. %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>New schedule</source>
        <translation>Nueva programación</translation>
    </message>
    <message>
        <source>Change schedule</source>
        <translation>Cambiar programación</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Company</source>
        <translation>&amp;Coligada</translation>
    </message>
    <message>
        <source>&amp;Level</source>
        <translation>Ni&amp;vel</translation>
    </message>
    <message>
        <source>Records in</source>
        <translation>Registros en</translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation>S&amp;e ejecuta</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>&amp;Zona horaria</translation>
    </message>
    <message>
        <source>Scheduled reprocess</source>
        <translation>Reprocesamiento programado</translation>
    </message>
    <message>
        <source>&amp;On</source>
        <translation>Ac&amp;tiva</translation>
    </message>
    <message>
        <source>Switched off it keeps everything and runs only when asked to.</source>
        <translation>Apagada conserva todo y se ejecuta solo cuando se pide.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Scheduled report</source>
        <translation>Informe programado</translation>
    </message>
    <message>
        <source>What r&amp;uns</source>
        <translation>&amp;Qué se ejecuta</translation>
    </message>
    <message>
        <source>&amp;Period</source>
        <translation>&amp;Período</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Formato</translation>
    </message>
    <message>
        <source>To fol&amp;der</source>
        <translation>En ca&amp;rpeta</translation>
    </message>
    <message>
        <source>By &amp;e-mail to</source>
        <translation>Por correo &amp;a</translation>
    </message>
    <message>
        <source>Reprocess what is in Error or Pending</source>
        <translation>Reprocesar lo que está en Error o Pendiente</translation>
    </message>
    <message>
        <source>Report, to a folder or by e-mail</source>
        <translation>Informe, a una carpeta o por correo</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ScheduleModel</name>
    <message>
        <source>%1 succeeded</source>
        <translation>%1 con éxito</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 con falla</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>%1 omitidos</translation>
    </message>
    <message>
        <source>%1 not attempted</source>
        <translation>%1 no intentados</translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>nada que hacer</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todos</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Activa</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Inactiva</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Coligada</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Situación</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Próxima ejecución</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Última ejecución</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
</context>
<context>
    <name>ponte::ui::SchedulesPage</name>
    <message>
        <source>Schedules</source>
        <translation>Programaciones</translation>
    </message>
    <message>
        <source>The schedules could not be read</source>
        <translation>Las programaciones no se pudieron leer</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>What is shown may be out of date.</source>
        <translation>Lo que se muestra puede estar desactualizado.</translation>
    </message>
    <message>
        <source>Reading the schedules…</source>
        <translation>Leyendo las programaciones…</translation>
    </message>
    <message>
        <source>No schedule yet</source>
        <translation>Aún no hay programaciones</translation>
    </message>
    <message>
        <source>A schedule runs what is in Error or Pending again by itself, at the times you say.</source>
        <translation>Una programación ejecuta de nuevo por sí misma lo que está en Error o Pendiente, a las horas que usted diga.</translation>
    </message>
    <message>
        <source>New schedule…</source>
        <translation>Nueva programación…</translation>
    </message>
    <message>
        <source>Turn o&amp;n</source>
        <translation>Ac&amp;tivar</translation>
    </message>
    <message>
        <source>Turn o&amp;ff</source>
        <translation>Desac&amp;tivar</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was asked to run now: an automatic run, which counts as an attempt. It starts as soon as a program that runs schedules sees it.</source>
        <translation>Se pidió ejecutar &apos;%1&apos; ahora: una ejecución automática, que cuenta como intento. Empieza en cuanto un programa que ejecuta programaciones la vea.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was not run.</source>
        <translation>&apos;%1&apos; no se ejecutó.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was not changed.</source>
        <translation>&apos;%1&apos; no se cambió.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was removed.</source>
        <translation>&apos;%1&apos; se quitó.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was not removed.</source>
        <translation>&apos;%1&apos; no se quitó.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was not brought back.</source>
        <translation>&apos;%1&apos; no se recuperó.</translation>
    </message>
    <message>
        <source>Ne&amp;w schedule…</source>
        <translation>&amp;Nueva programación…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Cambiar…</translation>
    </message>
    <message>
        <source>R&amp;un now</source>
        <translation>&amp;Ejecutar ahora</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Quitar</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was asked to be written and delivered now. It starts as soon as a program that runs schedules sees it.</source>
        <translation>Se pidió que &apos;%1&apos; se genere y entregue ahora. Empieza en cuanto lo vea un programa que ejecuta programaciones.</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ScopeBar</name>
    <message>
        <source>Choose a company and an education level.</source>
        <translation>Elija una coligada y un nivel de enseñanza.</translation>
    </message>
    <message>
        <source>Choose a company.</source>
        <translation>Elija una coligada.</translation>
    </message>
    <message>
        <source>Global: valid for all companies.</source>
        <translation>Global: vale para todas las coligadas.</translation>
    </message>
    <message>
        <source>By company: valid for the company chosen here.</source>
        <translation>Por Coligada: vale para la coligada elegida aquí.</translation>
    </message>
    <message>
        <source>By education level: valid for all branches of the company chosen here.</source>
        <translation>Por Nivel de Enseñanza: vale para todas las filiales de la coligada elegida aquí.</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Coligada</translation>
    </message>
    <message>
        <source>Education level</source>
        <translation>Nivel de Enseñanza</translation>
    </message>
</context>
<context>
    <name>ponte::ui::SetupPage</name>
    <message>
        <source>Diagnosis</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Ver</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Configurar</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Primeros pasos</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>All set: sales can come in.</source>
        <translation>Todo listo: las ventas pueden llegar.</translation>
    </message>
    <message>
        <source>What Ponte needs before it takes sales, in the order in which it is best set up.</source>
        <translation>Lo que Ponte necesita antes de recibir ventas, en el mejor orden para configurarlo.</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Elegir</translation>
    </message>
    <message>
        <source>%1 is kept: its view has nothing to show before the first steps below are done, and waits in the Log Monitor.</source>
        <translation>%1 queda guardado: la vista no tiene nada que mostrar antes de los primeros pasos de abajo y espera en el Monitor de Log.</translation>
    </message>
    <message>
        <source>Show the view</source>
        <translation>Mostrar la vista</translation>
    </message>
</context>
<context>
    <name>ponte::ui::SetupRow</name>
    <message>
        <source>✓ done</source>
        <translation>✓ listo</translation>
    </message>
    <message>
        <source>○ missing</source>
        <translation>○ falta</translation>
    </message>
</context>
<context>
    <name>ponte::ui::SignatureModel</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Nobody has tried to repeat this yet, so that nothing says whether it would help.</source>
        <translation>Nadie intentó repetir esto todavía; nada dice si serviría.</translation>
    </message>
    <message>
        <source>That is too few to tell.</source>
        <translation>Es poco para concluir.</translation>
    </message>
    <message>
        <source>Repeating hardly ever helps: correct the cause first.</source>
        <translation>Repetir casi nunca sirve: corrija primero la causa.</translation>
    </message>
    <message>
        <source>%1 in %2 days</source>
        <translation>%1 en %2 días</translation>
    </message>
    <message>
        <source>never tried</source>
        <translation>nunca intentado</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1 (%2 de %3)</translation>
    </message>
    <message>
        <source>Errors in spans of 24 hours, the oldest first: %1</source>
        <translation>Errores en períodos de 24 horas, del más antiguo al más nuevo: %1</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Last 14 days</source>
        <translation>Últimos 14 días</translation>
    </message>
    <message>
        <source>How often repeating it without a change has succeeded so far</source>
        <translation>Cuántas veces repetir sin cambiar nada funcionó hasta ahora</translation>
    </message>
    <message>
        <source>Repeating helps</source>
        <translation>Repetir sirve</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Coligada</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Primera vez</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>Última vez</translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln repetition(s) so far %1 succeeded (%2).</source>
        <translation>
            <numerusform>De %Ln repetición hasta ahora, %1 tuvo éxito (%2).</numerusform>
            <numerusform>De %Ln repeticiones hasta ahora, %1 tuvieron éxito (%2).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ponte::ui::SignaturesPanel</name>
    <message>
        <source>Grouping the errors…</source>
        <translation>Agrupando los errores…</translation>
    </message>
    <message>
        <source>The errors could not be grouped</source>
        <translation>No se pudieron agrupar los errores</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>No error here</source>
        <translation>Ningún error aquí</translation>
    </message>
    <message>
        <source>None of the records that the filter finds stands at an error.</source>
        <translation>Ninguno de los registros que el filtro encuentra está con error.</translation>
    </message>
    <message>
        <source>Errors by cause</source>
        <translation>Errores por causa</translation>
    </message>
    <message>
        <source>Show these records</source>
        <translation>Mostrar estos registros</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Reprocess these…</source>
        <translation>Reprocesar estos…</translation>
    </message>
</context>
<context>
    <name>ponte::ui::StatusLine</name>
    <message numerus="yes">
        <source>%n job(s) running</source>
        <translation>
            <numerusform>%n trabajo en curso</numerusform>
            <numerusform>%n trabajos en curso</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing running</source>
        <translation>Nada en curso</translation>
    </message>
    <message>
        <source>Shows what runs and what ended lately (Ctrl+J)</source>
        <translation>Muestra lo que está en curso y lo que terminó hace poco (Ctrl+J)</translation>
    </message>
    <message>
        <source>Database: %1</source>
        <translation>Base de datos: %1</translation>
    </message>
    <message>
        <source>Data: %1</source>
        <translation>Datos: %1</translation>
    </message>
    <message>
        <source>port %1 is taken by another program</source>
        <translation>el puerto %1 está ocupado por otro programa</translation>
    </message>
    <message>
        <source>API: %1</source>
        <translation>API: %1</translation>
    </message>
    <message>
        <source>API: not here</source>
        <translation>API: no aquí</translation>
    </message>
    <message>
        <source>No sale arrives here until Ponte is started again with a free port (--listen).</source>
        <translation>Ninguna venta llega aquí hasta que Ponte se inicie de nuevo con un puerto libre (--listen).</translation>
    </message>
    <message>
        <source>This program does not receive sales; agents do.</source>
        <translation>Este programa no recibe ventas; los agentes sí.</translation>
    </message>
    <message>
        <source>All times are shown in this zone; point at one to see it in UTC.</source>
        <translation>Todas las horas se muestran en esta zona; apunte a una para verla en UTC.</translation>
    </message>
</context>
<context>
    <name>ponte::ui::TotalsModel</name>
    <message>
        <source>All functionalities</source>
        <translation>Todas las funcionalidades</translation>
    </message>
    <message>
        <source>Enter or double click shows these records in the monitor</source>
        <translation>Enter o doble clic muestra estos registros en el monitor</translation>
    </message>
    <message>
        <source>Functionality</source>
        <translation>Funcionalidad</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ViewDialog</name>
    <message>
        <source>&amp;Open the monitor with this view</source>
        <translation>&amp;Abrir el monitor con esta vista</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Guardar esta vista</translation>
    </message>
    <message>
        <source>Saved view</source>
        <translation>Vista guardada</translation>
    </message>
    <message>
        <source>Only me</source>
        <translation>Solo yo</translation>
    </message>
    <message>
        <source>Profile %1</source>
        <translation>Perfil %1</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Seen by</source>
        <translation>&amp;Vista por</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ViewsButton</name>
    <message>
        <source>%1 (of %2)</source>
        <translation>%1 (de %2)</translation>
    </message>
    <message>
        <source>%1 · opens with the monitor</source>
        <translation>%1 · abre con el monitor</translation>
    </message>
    <message>
        <source>No view was saved yet</source>
        <translation>Todavía no se guardó ninguna vista</translation>
    </message>
    <message>
        <source>Save this view as…</source>
        <translation>Guardar esta vista como…</translation>
    </message>
    <message>
        <source>Copy the link to this view</source>
        <translation>Copiar el enlace a esta vista</translation>
    </message>
    <message>
        <source>Save the changes to “%1”</source>
        <translation>Guardar los cambios de “%1”</translation>
    </message>
    <message>
        <source>Name and share “%1”…</source>
        <translation>Nombre y uso compartido de “%1”…</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>Quitar “%1”</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Vistas</translation>
    </message>
    <message>
        <source>%1, changed since</source>
        <translation>%1, modificada desde entonces</translation>
    </message>
    <message>
        <source>Saved views, and the link to this one</source>
        <translation>Vistas guardadas, y el enlace a esta</translation>
    </message>
    <message>
        <source>Saved view: %1</source>
        <translation>Vista guardada: %1</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Vistas guardadas</translation>
    </message>
</context>
</TS>
