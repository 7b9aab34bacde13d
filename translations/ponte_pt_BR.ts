<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>see the log monitor</source>
        <translation>ver o monitor de log</translation>
    </message>
    <message>
        <source>see personal data unmasked</source>
        <translation>ver dados pessoais sem máscara</translation>
    </message>
    <message>
        <source>reprocess data</source>
        <translation>reprocessar dados</translation>
    </message>
    <message>
        <source>change schedules</source>
        <translation>alterar agendamentos</translation>
    </message>
    <message>
        <source>see the parameters</source>
        <translation>ver os parâmetros</translation>
    </message>
    <message>
        <source>change the parameters</source>
        <translation>alterar os parâmetros</translation>
    </message>
    <message>
        <source>change connections</source>
        <translation>alterar conexões</translation>
    </message>
    <message>
        <source>change API clients</source>
        <translation>alterar clientes da API</translation>
    </message>
    <message>
        <source>export reports</source>
        <translation>exportar relatórios</translation>
    </message>
    <message>
        <source>change people and profiles</source>
        <translation>alterar pessoas e perfis</translation>
    </message>
    <message>
        <source>in company %1</source>
        <translation>na coligada %1</translation>
    </message>
    <message>
        <source>in all companies</source>
        <translation>em todas as coligadas</translation>
    </message>
    <message>
        <source>&apos;%1&apos; may not %2 %3.</source>
        <translation>&apos;%1&apos; não pode %2 %3.</translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message>
        <source>Say in %1 to %2 characters why you need to see it.</source>
        <translation>Diga, com %1 a %2 caracteres, por que precisa ver.</translation>
    </message>
    <message>
        <source>Event %1 is missing.</source>
        <translation>Falta o evento %1.</translation>
    </message>
    <message>
        <source>Event %1 was changed, or one before it was replaced.</source>
        <translation>O evento %1 foi alterado, ou um anterior foi trocado.</translation>
    </message>
</context>
<context>
    <name>Bundle</name>
    <message>
        <source>The file %1 cannot be written: %2</source>
        <translation>O arquivo %1 não pode ser gravado: %2</translation>
    </message>
    <message>
        <source>There is no such execution of log record %1.</source>
        <translation>O log %1 não tem essa execução.</translation>
    </message>
</context>
<context>
    <name>Configuration</name>
    <message>
        <source>set on %1</source>
        <translation>definido em %1</translation>
    </message>
</context>
<context>
    <name>ConnectionCheck</name>
    <message>
        <source>The name &apos;%1&apos; is not known: %2</source>
        <translation>O nome &apos;%1&apos; não é conhecido: %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is %2.</source>
        <translation>&apos;%1&apos; é %2.</translation>
    </message>
    <message>
        <source>Nothing answers at %1: %2</source>
        <translation>Nada responde em %1: %2</translation>
    </message>
    <message>
        <source>%1 accepts connections at %2.</source>
        <translation>%1 aceita conexões em %2.</translation>
    </message>
    <message>
        <source>The address starts with http: credentials and personal data travel unencrypted.</source>
        <translation>O endereço começa com http: credenciais e dados pessoais trafegam sem criptografia.</translation>
    </message>
    <message>
        <source>The encrypted connection fails: %1</source>
        <translation>A conexão criptografada falha: %1</translation>
    </message>
    <message>
        <source>%1, the certificate is valid until %2.</source>
        <translation>%1, o certificado vale até %2.</translation>
    </message>
    <message>
        <source>The credentials are taken.</source>
        <translation>As credenciais foram aceitas.</translation>
    </message>
    <message>
        <source>GET health answers with HTTP %1.</source>
        <translation>GET health responde com HTTP %1.</translation>
    </message>
    <message>
        <source>Not judged: the call that carries them did not end well.</source>
        <translation>Não avaliado: a chamada que as leva não terminou bem.</translation>
    </message>
    <message>
        <source>RM takes the credentials.</source>
        <translation>O RM aceita as credenciais.</translation>
    </message>
    <message>
        <source>RM takes the credentials, but will stamp what is written with &apos;%1&apos;, while the integration user is %2.</source>
        <translation>O RM aceita as credenciais, mas vai carimbar o que for gravado com &apos;%1&apos;, enquanto o usuário da integração é %2.</translation>
    </message>
    <message>
        <source>Not tried, since an earlier check failed.</source>
        <translation>Não tentado, porque uma verificação anterior falhou.</translation>
    </message>
    <message>
        <source>The service is active.</source>
        <translation>O serviço está ativo.</translation>
    </message>
</context>
<context>
    <name>ConnectionTrial</name>
    <message>
        <source>%1 is known.</source>
        <translation>%1 é conhecido.</translation>
    </message>
    <message>
        <source>A mail server answers at %1.</source>
        <translation>Um servidor de e-mail responde em %1.</translation>
    </message>
    <message>
        <source>The connection is encrypted, and the certificate is trusted.</source>
        <translation>A conexão é criptografada, e o certificado é confiável.</translation>
    </message>
    <message>
        <source>User and password are taken.</source>
        <translation>Usuário e senha são aceitos.</translation>
    </message>
    <message>
        <source>The server is ready; no message was sent.</source>
        <translation>O servidor está pronto; nenhuma mensagem foi enviada.</translation>
    </message>
    <message>
        <source>Not tried, since the check before it failed.</source>
        <translation>Não tentado, porque a verificação anterior falhou.</translation>
    </message>
    <message>
        <source>No user is given, so none was tried.</source>
        <translation>Nenhum usuário foi informado; por isso nenhum foi tentado.</translation>
    </message>
    <message>
        <source>No mail server is set up.</source>
        <translation>Nenhum servidor de e-mail está configurado.</translation>
    </message>
    <message>
        <source>The stored token goes to %1 alone. Type the token as well to try another server.</source>
        <translation>O token guardado só é enviado a %1. Digite também o token para testar outro servidor.</translation>
    </message>
    <message>
        <source>The stored password goes to %1 alone. Type the password as well to try another server.</source>
        <translation>A senha guardada só é enviada a %1. Digite também a senha para testar outro servidor.</translation>
    </message>
</context>
<context>
    <name>Connections</name>
    <message>
        <source>The network is SENAI, IEL or SESI.</source>
        <translation>A rede é SENAI, IEL ou SESI.</translation>
    </message>
    <message>
        <source>The company is a number above 0.</source>
        <translation>A coligada é um número acima de 0.</translation>
    </message>
    <message>
        <source>The connections are rm, erp and mail.</source>
        <translation>As conexões são rm, erp e mail.</translation>
    </message>
    <message>
        <source>A new connection needs an address (--url).</source>
        <translation>Uma conexão nova precisa de um endereço (--url).</translation>
    </message>
    <message>
        <source>Enter a whole address, such as smtps://mail.example:465.</source>
        <translation>Informe um endereço completo, como smtps://mail.example:465.</translation>
    </message>
    <message>
        <source>Enter a whole address, such as https://rm.example:8051.</source>
        <translation>Informe um endereço completo, como https://rm.example:8051.</translation>
    </message>
    <message>
        <source>The address must not hold a user or password.</source>
        <translation>O endereço não pode conter usuário nem senha.</translation>
    </message>
    <message>
        <source>Calls in flight are 1 to 64.</source>
        <translation>As chamadas ao mesmo tempo vão de 1 a 64.</translation>
    </message>
    <message>
        <source>The time-out is 1 to 600 seconds.</source>
        <translation>O tempo limite vai de 1 a 600 segundos.</translation>
    </message>
</context>
<context>
    <name>DatabaseTrial</name>
    <message>
        <source>The name &apos;%1&apos; is not known: %2</source>
        <translation>O nome &apos;%1&apos; não é conhecido: %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is %2.</source>
        <translation>&apos;%1&apos; é %2.</translation>
    </message>
    <message>
        <source>Nothing answers at %1: %2</source>
        <translation>Nada responde em %1: %2</translation>
    </message>
    <message>
        <source>%1 accepts connections at %2.</source>
        <translation>%1 aceita conexões em %2.</translation>
    </message>
    <message>
        <source>What answers there is no PostgreSQL server.</source>
        <translation>O que responde ali não é um servidor PostgreSQL.</translation>
    </message>
    <message>
        <source>The server encrypts.</source>
        <translation>O servidor criptografa.</translation>
    </message>
    <message>
        <source>Not encrypted, and not needed: the server is this machine.</source>
        <translation>Sem criptografia, e não é preciso: o servidor é esta máquina.</translation>
    </message>
    <message>
        <source>The server does not encrypt, and the address asks for it by sslmode=%1.</source>
        <translation>O servidor não criptografa, e o endereço exige isso por sslmode=%1.</translation>
    </message>
    <message>
        <source>Not encrypted: personal data travels readable. Add ?sslmode=require to the address.</source>
        <translation>Sem criptografia: dados pessoais trafegam legíveis. Acrescente ?sslmode=require ao endereço.</translation>
    </message>
    <message>
        <source>The server lets &apos;%1&apos; in.</source>
        <translation>O servidor aceita &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>The tables are those of this version.</source>
        <translation>As tabelas são as desta versão.</translation>
    </message>
</context>
<context>
    <name>Delivery</name>
    <message>
        <source>The period of the report is not known here.</source>
        <translation>O período do relatório não é conhecido aqui.</translation>
    </message>
    <message>
        <source>The format of the report is not known here.</source>
        <translation>O formato do relatório não é conhecido aqui.</translation>
    </message>
    <message>
        <source>There is no column &apos;%1&apos;.</source>
        <translation>Não existe a coluna &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>The language is pt_BR, en or es.</source>
        <translation>O idioma é pt_BR, en ou es.</translation>
    </message>
    <message>
        <source>Say which format is written, or ask for the daily summary.</source>
        <translation>Informe o formato ou peça o resumo diário.</translation>
    </message>
    <message>
        <source>Choose at least one column.</source>
        <translation>Escolha pelo menos uma coluna.</translation>
    </message>
    <message>
        <source>Say where the report goes: a folder, e-mail, or both.</source>
        <translation>Informe para onde vai o relatório: pasta, e-mail ou ambos.</translation>
    </message>
    <message>
        <source>The folder needs its whole path, such as /srv/relatorios.</source>
        <translation>A pasta precisa do caminho completo, como /srv/relatorios.</translation>
    </message>
    <message>
        <source>The daily summary goes by e-mail; a folder needs a format.</source>
        <translation>O resumo diário vai por e-mail; uma pasta precisa de um formato.</translation>
    </message>
    <message>
        <source>The daily summary goes by e-mail: say to whom.</source>
        <translation>O resumo diário vai por e-mail: informe para quem.</translation>
    </message>
    <message>
        <source>At most %1 addresses; use a list of your mail server for more.</source>
        <translation>No máximo %1 endereços; para mais, use uma lista do seu servidor de e-mail.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no e-mail address.</source>
        <translation>&apos;%1&apos; não é um endereço de e-mail.</translation>
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
        <translation>Banco de dados</translation>
    </message>
    <message>
        <source>A file of this computer: %1</source>
        <translation>Um arquivo deste computador: %1</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabelas</translation>
    </message>
    <message>
        <source>They are those of this version.</source>
        <translation>São as desta versão.</translation>
    </message>
    <message>
        <source>Key of the installation</source>
        <translation>Chave da instalação</translation>
    </message>
    <message>
        <source>This program holds it: %1</source>
        <translation>Este programa a tem: %1</translation>
    </message>
    <message>
        <source>The file %1 is missing: passwords and tokens cannot be used. Bring it back, or type all of them again.</source>
        <translation>Falta o arquivo %1: senhas e tokens não podem ser usados. Traga-o de volta ou digite todos de novo.</translation>
    </message>
    <message>
        <source>The workers hold it; this program asks them for calls outside.</source>
        <translation>Os executores a têm; este programa pede a eles as chamadas externas.</translation>
    </message>
    <message>
        <source>Neither this program nor a worker holds it: start ponte-agent serve where PONTE_KEY names it.</source>
        <translation>Nem este programa nem um executor a tem: inicie ponte-agent serve onde PONTE_KEY a indica.</translation>
    </message>
    <message>
        <source>Connection to RM</source>
        <translation>Conexão com o RM</translation>
    </message>
    <message>
        <source>Connection to the ERP</source>
        <translation>Conexão com o ERP</translation>
    </message>
    <message>
        <source>Address, user and password, tested where they are typed.</source>
        <translation>Endereço, usuário e senha, testados onde são digitados.</translation>
    </message>
    <message>
        <source>Companies and networks</source>
        <translation>Coligadas e redes</translation>
    </message>
    <message numerus="yes">
        <source>%n company(ies) with a network.</source>
        <translation>
            <numerusform>%n coligada com rede.</numerusform>
            <numerusform>%n coligadas com rede.</numerusform>
        </translation>
    </message>
    <message>
        <source>Say which companies are SENAI, IEL or SESI.</source>
        <translation>Diga quais coligadas são SENAI, IEL ou SESI.</translation>
    </message>
    <message>
        <source>Lists of RM</source>
        <translation>Listas do RM</translation>
    </message>
    <message>
        <source>Companies, levels, statuses and users, which the parameters choose from.</source>
        <translation>Coligadas, níveis, situações e usuários, entre os quais os parâmetros escolhem.</translation>
    </message>
    <message>
        <source>Parameters: %1</source>
        <translation>Parâmetros: %1</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>Falta: %1</translation>
    </message>
    <message>
        <source>Client of the API</source>
        <translation>Cliente da API</translation>
    </message>
    <message>
        <source>The user name and password with which the Broker sends sales.</source>
        <translation>O usuário e a senha com que o Broker envia vendas.</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Executor</translation>
    </message>
    <message numerus="yes">
        <source>%n program(s) working on sales.</source>
        <translation>
            <numerusform>%n programa trabalha nas vendas.</numerusform>
            <numerusform>%n programas trabalham nas vendas.</numerusform>
        </translation>
    </message>
    <message>
        <source>A program that works on sales: the console on a file of its own, else ponte-agent serve.</source>
        <translation>Um programa que trabalha nas vendas: o console com um arquivo próprio; senão ponte-agent serve.</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>Agendamentos</translation>
    </message>
    <message>
        <source>None: what the ERP did not take waits for a person.</source>
        <translation>Nenhum: o que o ERP não aceitou espera por uma pessoa.</translation>
    </message>
    <message>
        <source>%1 of %2 are switched on.</source>
        <translation>%1 de %2 estão ligados.</translation>
    </message>
    <message>
        <source>Connections of the database server</source>
        <translation>Conexões do servidor de banco de dados</translation>
    </message>
    <message>
        <source>It gives Ponte at most %1, and the workers may need %2 at busy times. Raise max_connections of the server, or the limit of the role or database, or lower the ERP&apos;s calls at a time.</source>
        <translation>Ele dá ao Ponte no máximo %1, e os executores podem precisar de %2 nas horas de pico. Aumente max_connections no servidor, ou o limite do usuário ou do banco, ou diminua as chamadas simultâneas ao ERP.</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>other system</source>
        <translation>outro sistema</translation>
    </message>
    <message>
        <source>on %1, at the arrival from the Broker</source>
        <translation>em %1, na chegada pelo Broker</translation>
    </message>
    <message>
        <source>on %1, in the automatic run &apos;%2&apos;</source>
        <translation>em %1, na execução automática &apos;%2&apos;</translation>
    </message>
    <message>
        <source>on %1, in the reprocess of %2</source>
        <translation>em %1, no reprocessamento de %2</translation>
    </message>
    <message>
        <source>on %1, when Ponte sent it</source>
        <translation>em %1, no envio feito pelo Ponte</translation>
    </message>
    <message numerus="yes">
        <source>%n automatic</source>
        <comment>attempts</comment>
        <translation>
            <numerusform>%n automática</numerusform>
            <numerusform>%n automáticas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n manual</source>
        <comment>attempts</comment>
        <translation>
            <numerusform>%n manual</numerusform>
            <numerusform>%n manuais</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>counts of attempts</comment>
        <translation>%1 e %2</translation>
    </message>
    <message>
        <source>It succeeded on %1.</source>
        <translation>Deu certo em %1.</translation>
    </message>
    <message>
        <source>It succeeded %1.</source>
        <translation>Deu certo %1.</translation>
    </message>
    <message>
        <source>Attempts after the first one: %1.</source>
        <translation>Tentativas depois da primeira: %1.</translation>
    </message>
    <message>
        <source>No attempt has ended yet.</source>
        <translation>Nenhuma tentativa terminou ainda.</translation>
    </message>
    <message>
        <source>%1 refused our credentials (HTTP %2) %3.</source>
        <translation>O %1 recusou as nossas credenciais (HTTP %2) %3.</translation>
    </message>
    <message>
        <source>%1 answered so (HTTP %2) %3.</source>
        <translation>Foi a resposta do %1 (HTTP %2) %3.</translation>
    </message>
    <message>
        <source>No system outside answered so: Ponte stopped there %1.</source>
        <translation>Não foi resposta de outro sistema: o próprio Ponte parou aí %1.</translation>
    </message>
    <message>
        <source>What was done last succeeded, without changing this status, %1.</source>
        <translation>A última execução deu certo, sem mudar a situação, %1.</translation>
    </message>
    <message>
        <source>%1 pointed to another address (HTTP %2), which is not followed, %3.</source>
        <translation>O %1 apontou para outro endereço (HTTP %2), o que não é seguido, %3.</translation>
    </message>
    <message>
        <source>%1 neither accepted nor refused (HTTP %2) %3.</source>
        <translation>O %1 não aceitou nem recusou (HTTP %2) %3.</translation>
    </message>
    <message>
        <source>No answer of %1 came %2.</source>
        <translation>Não chegou resposta do %1 %2.</translation>
    </message>
    <message>
        <source>It is cancelled; no reason was kept.</source>
        <translation>Está cancelado; o motivo não foi guardado.</translation>
    </message>
    <message>
        <source>It is cancelled, by rule and by nobody&apos;s hand: %1</source>
        <translation>Foi cancelado pela regra, não por uma pessoa: %1</translation>
    </message>
    <message>
        <source>It last changed on %1.</source>
        <translation>A última alteração foi em %1.</translation>
    </message>
    <message>
        <source>It is being sent to %1 right now.</source>
        <translation>Está sendo enviado ao %1 agora.</translation>
    </message>
    <message>
        <source>%1 refused the credentials: it is sent again as soon as they change.</source>
        <translation>O %1 recusou as credenciais: o envio se repete assim que elas mudarem.</translation>
    </message>
    <message>
        <source>%1 refused it for good: nothing is sent again by itself.</source>
        <translation>O %1 recusou em definitivo: nada é enviado de novo sozinho.</translation>
    </message>
    <message>
        <source>It is sent again on %1, and so on until it is delivered (%2).</source>
        <translation>Será enviado de novo em %1, e assim por diante até ser entregue (%2).</translation>
    </message>
    <message numerus="yes">
        <source>%n tries so far</source>
        <translation>
            <numerusform>%n envio até agora</numerusform>
            <numerusform>%n envios até agora</numerusform>
        </translation>
    </message>
    <message>
        <source>&apos;%1&apos; sends it at once; the contract in the ERP is not touched.</source>
        <translation>&apos;%1&apos; envia na hora; o contrato no ERP não é tocado.</translation>
    </message>
    <message>
        <source>Reprocess %1 of %2 holds it and is paused: %3.</source>
        <translation>Está no reprocessamento %1 de %2, que está em pausa: %3.</translation>
    </message>
    <message>
        <source>Reprocess %1 of %2 holds it and was paused by %3.</source>
        <translation>Está no reprocessamento %1 de %2, posto em pausa por %3.</translation>
    </message>
    <message>
        <source>Reprocess %1 of %2 will run it when its turn comes.</source>
        <translation>O reprocessamento %1 de %2 vai executá-lo quando chegar a vez.</translation>
    </message>
    <message>
        <source>The program that worked on it ended; the next program that looks frees it.</source>
        <translation>O programa que trabalhava nele terminou; o próximo que procurar trabalho o libera.</translation>
    </message>
    <message>
        <source>%1 works on it right now (computer %2, process %3).</source>
        <translation>O %1 trabalha nele agora (computador %2, processo %3).</translation>
    </message>
    <message>
        <source>A call to %1 is under way.</source>
        <translation>Uma chamada ao %1 está em andamento.</translation>
    </message>
    <message>
        <source>Nobody saw how the last call to %1 ended: the next attempt asks first whether it took effect, and sends only if it did not.</source>
        <translation>Ninguém viu como terminou a última chamada ao %1: a próxima tentativa primeiro pergunta se ela teve efeito, e só envia se não teve.</translation>
    </message>
    <message>
        <source>Calls to %1 are stopped because it refused the credentials; they go on when the connection has others. Nothing is counted meanwhile.</source>
        <translation>As chamadas ao %1 estão paradas porque ele recusou as credenciais; voltam quando a conexão tiver outras. Enquanto isso nada é contado.</translation>
    </message>
    <message>
        <source>Calls to %1 are paused until %2: %3.</source>
        <translation>As chamadas ao %1 estão em pausa até %2: %3.</translation>
    </message>
    <message numerus="yes">
        <source>it did not answer %n times in a row</source>
        <translation>
            <numerusform>ele não respondeu %n vez</numerusform>
            <numerusform>ele não respondeu %n vezes seguidas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 asked us to wait until %2.</source>
        <translation>O %1 pediu para esperar até %2.</translation>
    </message>
    <message>
        <source>Nothing is resent by itself in company %1: the parameter &apos;Number of resend attempts&apos; is empty.</source>
        <translation>Nada é reenviado sozinho na coligada %1: o parâmetro &apos;Número tentativas de reenvio&apos; está vazio.</translation>
    </message>
    <message>
        <source>Company %1 has no schedule that resends by itself.</source>
        <translation>A coligada %1 não tem o agendamento &apos;Reenvio automático&apos;.</translation>
    </message>
    <message>
        <source>The schedule &apos;%1&apos; is running now.</source>
        <translation>O agendamento &apos;%1&apos; está em execução agora.</translation>
    </message>
    <message>
        <source>The schedule &apos;%1&apos; of company %2 is off.</source>
        <translation>O agendamento &apos;%1&apos; da coligada %2 está desligado.</translation>
    </message>
    <message>
        <source>The run of %1 is late: it begins as soon as a program that runs schedules is there.</source>
        <translation>A execução de %1 está atrasada: começa assim que houver um programa que execute agendamentos.</translation>
    </message>
    <message>
        <source>The run of %1 cancels it without a call: %2, and the maximum is %3 now.</source>
        <translation>A execução de %1 vai cancelá-lo sem chamada: %2, e o máximo agora é %3.</translation>
    </message>
    <message numerus="yes">
        <source>there were %n automatic attempts</source>
        <translation>
            <numerusform>já houve %n tentativa automática</numerusform>
            <numerusform>já houve %n tentativas automáticas</numerusform>
        </translation>
    </message>
    <message>
        <source>The next automatic attempt is on %1 (%2, %3); %4.</source>
        <translation>A próxima tentativa automática é em %1 (%2, %3); %4.</translation>
    </message>
    <message numerus="yes">
        <source>%n attempts are left before it is cancelled</source>
        <translation>
            <numerusform>resta %n tentativa antes do cancelamento</numerusform>
            <numerusform>restam %n tentativas antes do cancelamento</numerusform>
        </translation>
    </message>
    <message>
        <source>If none succeeds, it is cancelled on %1.</source>
        <translation>Se nenhuma der certo, será cancelado em %1.</translation>
    </message>
    <message>
        <source>Reprocessing leaves it out: %1.</source>
        <translation>O reprocessamento o deixa de fora: %1.</translation>
    </message>
    <message>
        <source>this functionality is run again by the Broker alone</source>
        <translation>esta funcionalidade só é executada de novo pelo Broker</translation>
    </message>
    <message>
        <source>the contract is effective already</source>
        <translation>o contrato já foi efetivado</translation>
    </message>
    <message>
        <source>it is cancelled, and only what is selected by hand takes cancelled ones</source>
        <translation>está cancelado, e cancelados só entram quando selecionados à mão</translation>
    </message>
    <message>
        <source>Select it and reprocess it: success makes it Success; a failure leaves it cancelled, unless &apos;Begin automatic attempts anew&apos; is checked.</source>
        <translation>Selecione-o e reprocesse: se der certo, passa a Sucesso; se falhar, continua Cancelado, a menos que &apos;Reiniciar tentativas automáticas&apos; esteja marcado.</translation>
    </message>
    <message>
        <source>Correct in the SGE or in %1 what the message says, then reprocess it: each attempt is made from the SGE&apos;s data as they are then.</source>
        <translation>Corrija no SGE ou no %1 o que a mensagem diz e depois reprocesse: cada tentativa usa os dados do SGE como estiverem na hora.</translation>
    </message>
    <message>
        <source>Nothing has to be corrected: when %1 answers again, reprocess it or wait for the next run.</source>
        <translation>Não há o que corrigir: quando o %1 voltar a responder, reprocesse ou espere a próxima execução.</translation>
    </message>
    <message>
        <source>After the correction the Broker sends the sale again; it goes on from what exists already.</source>
        <translation>Depois da correção o Broker envia a venda de novo; ela continua do que já existe.</translation>
    </message>
</context>
<context>
    <name>Http</name>
    <message>
        <source>The body of the request is longer than %1 bytes.</source>
        <translation>O corpo da requisição tem mais de %1 bytes.</translation>
    </message>
    <message>
        <source>%1 answered with more than %2 bytes, which Ponte does not read. Check there what became of the request, and whether the address is the right one.</source>
        <translation>%1 respondeu com mais de %2 bytes, que o Ponte não lê. Verifique lá o que aconteceu com a requisição e se o endereço é o certo.</translation>
    </message>
    <message>
        <source>No connection to %1 came about in time; nothing was sent. Check the address in the parameters, the network and the firewall.</source>
        <translation>Não houve conexão com %1 a tempo; nada foi enviado. Verifique o endereço nos parâmetros, a rede e o firewall.</translation>
    </message>
    <message>
        <source>%1 received the request but did not answer in time. Check there what became of it before sending it again.</source>
        <translation>%1 recebeu a requisição, mas não respondeu a tempo. Verifique lá o que aconteceu com ela antes de enviar de novo.</translation>
    </message>
    <message>
        <source>The call to %1 was cancelled before anything was sent.</source>
        <translation>A chamada a %1 foi cancelada antes que algo fosse enviado.</translation>
    </message>
    <message>
        <source>The call to %1 was cancelled while it was under way. Check there what became of it before sending it again.</source>
        <translation>A chamada a %1 foi cancelada enquanto estava em andamento. Verifique lá o que aconteceu com ela antes de enviar de novo.</translation>
    </message>
    <message>
        <source>The connection to %1 ended before the whole answer had come. Check there what became of the request before sending it again.</source>
        <translation>A conexão com %1 terminou antes que a resposta inteira chegasse. Verifique lá o que aconteceu com a requisição antes de enviar de novo.</translation>
    </message>
    <message>
        <source>The computer of %1 was not found. Check the address in the parameters and the name resolution of this computer.</source>
        <translation>O computador de %1 não foi encontrado. Verifique o endereço nos parâmetros e a resolução de nomes deste computador.</translation>
    </message>
    <message>
        <source>Nothing accepts connections at %1. Check the address in the parameters, and that the service is running.</source>
        <translation>Nada aceita conexões em %1. Verifique o endereço nos parâmetros e se o serviço está em execução.</translation>
    </message>
    <message>
        <source>No secure connection to %1 could be made. Check that the address begins rightly with http or https, and the certificate of the service.</source>
        <translation>Não foi possível uma conexão segura com %1. Verifique se o endereço começa corretamente com http ou https, e o certificado do serviço.</translation>
    </message>
    <message>
        <source>No usable connection to %1 came about; nothing was sent. Check the network, the firewall and the service.</source>
        <translation>Não houve conexão utilizável com %1; nada foi enviado. Verifique a rede, o firewall e o serviço.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an address that can be called. Correct it in the parameters; it begins with http:// or https://.</source>
        <translation>&quot;%1&quot; não é um endereço que possa ser chamado. Corrija-o nos parâmetros; ele começa com http:// ou https://.</translation>
    </message>
    <message>
        <source>The request to %1 was not sent, since it has a header that HTTP does not allow. Check user names and tokens in the parameters.</source>
        <translation>A requisição a %1 não foi enviada, porque tem um cabeçalho que o HTTP não permite. Verifique nomes de usuário e tokens nos parâmetros.</translation>
    </message>
    <message>
        <source>The length of the request is ambiguous.</source>
        <translation>O tamanho da requisição é ambíguo.</translation>
    </message>
    <message>
        <source>The request was not answered, because of a defect.</source>
        <translation>A requisição não foi respondida por causa de um defeito.</translation>
    </message>
    <message>
        <source>There is nothing at this address.</source>
        <translation>Não há nada neste endereço.</translation>
    </message>
    <message>
        <source>This address does not know the method of the request.</source>
        <translation>Este endereço não conhece o método da requisição.</translation>
    </message>
    <message>
        <source>Port %1 of %2 is taken by another program. End that program, or choose another port.</source>
        <translation>A porta %1 de %2 está em uso por outro programa. Encerre esse programa ou escolha outra porta.</translation>
    </message>
    <message>
        <source>Ponte cannot listen on port %1 of %2. Check that the address belongs to this computer and that the port is allowed.</source>
        <translation>O Ponte não consegue escutar na porta %1 de %2. Verifique se o endereço pertence a este computador e se a porta é permitida.</translation>
    </message>
    <message>
        <source>The server is listening already.</source>
        <translation>O servidor já está escutando.</translation>
    </message>
    <message>
        <source>The service is stopping. Send the request again later.</source>
        <translation>O serviço está parando. Envie a requisição de novo mais tarde.</translation>
    </message>
</context>
<context>
    <name>Integrations</name>
    <message>
        <source>Loja Click integration</source>
        <translation>Integração Loja Click</translation>
    </message>
    <message>
        <source>Loja Click - Import</source>
        <translation>Loja Click - Importação</translation>
    </message>
    <message>
        <source>Loja Click - Export</source>
        <translation>Loja Click - Exportação</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>Responsável Financeiro</translation>
    </message>
    <message>
        <source>Student</source>
        <translation>Aluno</translation>
    </message>
    <message>
        <source>Student data update</source>
        <translation>Atualização de Dados do Aluno</translation>
    </message>
    <message>
        <source>Course enrolment</source>
        <translation>Matrícula no Curso/Habilitação</translation>
    </message>
    <message>
        <source>Term enrolment</source>
        <translation>Matrícula no Período Letivo</translation>
    </message>
    <message>
        <source>Subject enrolment</source>
        <translation>Matrícula em Disciplinas</translation>
    </message>
    <message>
        <source>CRM pre-contract</source>
        <translation>Pré Contrato CRM</translation>
    </message>
    <message>
        <source>ERP contract activation</source>
        <translation>Efetivação de Contrato ERP</translation>
    </message>
    <message>
        <source>Notice to the Broker</source>
        <translation>Retorno ao Broker</translation>
    </message>
    <message>
        <source>Send notice to the Broker again</source>
        <translation>Reenviar retorno ao Broker</translation>
    </message>
    <message>
        <source>Fill in the named parameter on the page Parameters.</source>
        <translation>Preencha o parâmetro indicado na página Parâmetros.</translation>
    </message>
    <message>
        <source>Set up what the message names on the page Administration.</source>
        <translation>Configure na página Administração o que a mensagem indica.</translation>
    </message>
    <message>
        <source>Correct user and password (for the Broker the token) and test the connection.</source>
        <translation>Corrija usuário e senha (no Broker, o token) e teste a conexão.</translation>
    </message>
    <message>
        <source>The shop has to send a changed sale under another id; this one stays as it was.</source>
        <translation>A loja tem de enviar a venda alterada com outro id; esta fica como estava.</translation>
    </message>
    <message>
        <source>Check whether the shop sold the same class twice; there is nothing left to enrol.</source>
        <translation>Verifique se a loja vendeu a mesma turma duas vezes; não há mais o que matricular.</translation>
    </message>
    <message>
        <source>Class, branch, level and course of the sale have to fit together: correct the offer in the shop, or the class in the SGE.</source>
        <translation>Turma, filial, nível de ensino e curso da venda têm de combinar: corrija a oferta na loja ou a turma no SGE.</translation>
    </message>
    <message>
        <source>A program ended in the middle of the work; nothing was lost.</source>
        <translation>Um programa terminou no meio do trabalho; nada se perdeu.</translation>
    </message>
    <message>
        <source>The person has to exist in the SGE before the data can be updated.</source>
        <translation>A pessoa precisa existir no SGE antes que os dados possam ser atualizados.</translation>
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
        <translation>Campos Chave</translation>
    </message>
    <message>
        <source>Key values</source>
        <translation>Valores Chave</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Functionality</source>
        <translation>Funcionalidade</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>Módulo</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Data de Criação</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Data da última alteração</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>Sucesso</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erro</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Pendente</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importação</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Agendamento</translation>
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
        <translation>Nível</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>Venda</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Tentativas</translation>
    </message>
    <message>
        <source>Next attempt</source>
        <translation>Próxima tentativa</translation>
    </message>
    <message>
        <source>Error signature</source>
        <translation>Assinatura do erro</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Idade</translation>
    </message>
    <message>
        <source>%1 automatic, %2 manual</source>
        <translation>%1 automáticas, %2 manuais</translation>
    </message>
</context>
<context>
    <name>LogItem</name>
    <message>
        <source>Item id</source>
        <translation>Id. Item Log</translation>
    </message>
    <message>
        <source>Log id</source>
        <translation>Id. Log</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensagem</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Data sent</source>
        <translation>Dados Enviados</translation>
    </message>
    <message>
        <source>Data received</source>
        <translation>Dados Recebidos</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Data de Criação</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Data da última Alteração</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>There is no log record %1.</source>
        <translation>Não existe o registro de log %1.</translation>
    </message>
    <message>
        <source>Log record %1 is no notice that can be sent again.</source>
        <translation>O registro de log %1 não é um retorno que possa ser reenviado.</translation>
    </message>
    <message>
        <source>This notice is being sent right now.</source>
        <translation>Este retorno está sendo enviado neste momento.</translation>
    </message>
</context>
<context>
    <name>OutsideDesk</name>
    <message>
        <source>It was cancelled.</source>
        <translation>Foi cancelado.</translation>
    </message>
</context>
<context>
    <name>ParameterFile</name>
    <message>
        <source>&apos;%1&apos; must be a whole number from 1.</source>
        <translation>&apos;%1&apos; deve ser um número inteiro a partir de 1.</translation>
    </message>
    <message>
        <source>%1 is kept for all companies: leave out &apos;company&apos; and &apos;level&apos;.</source>
        <translation>%1 é guardado para todas as coligadas: omita &apos;company&apos; e &apos;level&apos;.</translation>
    </message>
    <message>
        <source>%1 is kept per company: give &apos;company&apos; and no &apos;level&apos;.</source>
        <translation>%1 é guardado por coligada: informe &apos;company&apos; e não &apos;level&apos;.</translation>
    </message>
    <message>
        <source>%1 is kept per company and level: give &apos;company&apos; and &apos;level&apos;.</source>
        <translation>%1 é guardado por coligada e nível: informe &apos;company&apos; e &apos;level&apos;.</translation>
    </message>
    <message>
        <source>There is no parameter &apos;%1&apos;.</source>
        <translation>Não há parâmetro &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>%1 is a secret, which no file carries.</source>
        <translation>%1 é um segredo, que nenhum arquivo leva.</translation>
    </message>
    <message>
        <source>The value of %1 must be a text.</source>
        <translation>O valor de %1 deve ser um texto.</translation>
    </message>
    <message>
        <source>The file is not one that an export of parameters writes.</source>
        <translation>O arquivo não é um que a exportação de parâmetros grava.</translation>
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
        <translation>Dados de Integração</translation>
    </message>
    <message>
        <source>Enrolment status data</source>
        <translation>Dados de Situação de Matrícula</translation>
    </message>
    <message>
        <source>General parameters</source>
        <translation>Parâmetros Gerais</translation>
    </message>
    <message>
        <source>Broker web service address</source>
        <translation>Endereço Webservice Broker</translation>
    </message>
    <message>
        <source>Address of the web service that the Broker offers.</source>
        <translation>Endereço do web service disponibilizado pelo Broker.</translation>
    </message>
    <message>
        <source>User token</source>
        <translation>Usuário Token</translation>
    </message>
    <message>
        <source>Access token for the Broker&apos;s web service.</source>
        <translation>Token de acesso ao web service do Broker.</translation>
    </message>
    <message>
        <source>Pre-enrolment status</source>
        <translation>Status de Pré Matrícula</translation>
    </message>
    <message>
        <source>Given to an enrolment when it is imported.</source>
        <translation>Atribuído à matrícula na importação.</translation>
    </message>
    <message>
        <source>Enrolment status</source>
        <translation>Status de Matrícula</translation>
    </message>
    <message>
        <source>Given when the contract becomes effective in the ERP; confirmed to the Broker.</source>
        <translation>Atribuído na efetivação do contrato no ERP e confirmado ao Broker.</translation>
    </message>
    <message>
        <source>Integration user</source>
        <translation>Usuário da Integração</translation>
    </message>
    <message>
        <source>Marks the records that came from the shop.</source>
        <translation>Identifica os cadastros oriundos da loja.</translation>
    </message>
    <message>
        <source>Number of resend attempts</source>
        <translation>Número tentativas de reenvio</translation>
    </message>
    <message>
        <source>1 to 99; empty: nothing is ever resent automatically.</source>
        <translation>1 a 99; vazio: nada é reenviado automaticamente.</translation>
    </message>
    <message>
        <source>There is no parameter &apos;%1&apos;.</source>
        <translation>Não existe o parâmetro &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>The parameter &apos;%1&apos; is kept in another scope.</source>
        <translation>O parâmetro &apos;%1&apos; é guardado em outro escopo.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not in the list read from RM.</source>
        <translation>&apos;%1&apos; não está na lista lida do RM.</translation>
    </message>
    <message>
        <source>%1 changed this value meanwhile.</source>
        <translation>Nesse meio tempo %1 alterou este valor.</translation>
    </message>
    <message>
        <source>At most 2000 characters.</source>
        <translation>No máximo 2000 caracteres.</translation>
    </message>
    <message>
        <source>Enter a whole address, such as https://broker.example/api.</source>
        <translation>Informe um endereço completo, como https://broker.exemplo/api.</translation>
    </message>
    <message>
        <source>The address must not hold a user or password.</source>
        <translation>O endereço não pode conter usuário ou senha.</translation>
    </message>
    <message>
        <source>Enter a whole number from %1 to %2, or leave it empty.</source>
        <translation>Informe um número inteiro de %1 a %2, ou deixe vazio.</translation>
    </message>
    <message>
        <source>Remove the spaces at the beginning or end.</source>
        <translation>Retire os espaços no início ou no fim.</translation>
    </message>
    <message>
        <source>Contract deadline (hours)</source>
        <translation>Prazo do contrato (horas)</translation>
    </message>
    <message>
        <source>From the sale to the effective contract, for reports: 1 to 720; empty: none.</source>
        <translation>Da venda ao contrato efetivado, para os relatórios: 1 a 720; vazio: nenhum.</translation>
    </message>
</context>
<context>
    <name>Payload</name>
    <message>
        <source>[The %1 stored bytes of this text are damaged and cannot be read.]</source>
        <translation>[Os %1 bytes guardados deste texto estão danificados e não podem ser lidos.]</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>There is no person named &apos;%1&apos;.</source>
        <translation>Não há pessoa chamada &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>A name has 1 to 60 letters, digits or . _ - @, and no space.</source>
        <translation>Um nome tem de 1 a 60 letras, algarismos ou . _ - @, sem espaço.</translation>
    </message>
    <message>
        <source>On PostgreSQL a person is a database role, whose password the server keeps.</source>
        <translation>No PostgreSQL uma pessoa é um papel do banco de dados, cuja senha o servidor guarda.</translation>
    </message>
    <message>
        <source>A password has at least %1 characters.</source>
        <translation>Uma senha tem pelo menos %1 caracteres.</translation>
    </message>
    <message>
        <source>There is no profile named &apos;%1&apos;.</source>
        <translation>Não há perfil chamado &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>Then nobody could administer any more: someone has to keep a profile that may.</source>
        <translation>Então ninguém mais poderia administrar: alguém precisa manter um perfil que possa.</translation>
    </message>
    <message>
        <source>There is a person named &apos;%1&apos; already.</source>
        <translation>Já há uma pessoa chamada &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>A profile&apos;s name has 1 to 60 characters.</source>
        <translation>O nome de um perfil tem de 1 a 60 caracteres.</translation>
    </message>
    <message>
        <source>Someone still has the profile &apos;%1&apos;.</source>
        <translation>Alguém ainda tem o perfil &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>The profile &apos;%1&apos; comes with the program and stays.</source>
        <translation>O perfil &apos;%1&apos; vem com o programa e permanece.</translation>
    </message>
    <message>
        <source>The name or the password is wrong.</source>
        <translation>O nome ou a senha está errado.</translation>
    </message>
    <message>
        <source>Too many wrong passwords: try again in %1 minutes.</source>
        <translation>Senhas erradas demais: tente de novo em %1 minutos.</translation>
    </message>
</context>
<context>
    <name>Period</name>
    <message>
        <source>until %1</source>
        <translation>até %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>desde %1</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Todo o período</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoje</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Últimas 24 horas</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 dias</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 dias</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Este mês</translation>
    </message>
    <message>
        <source>Free…</source>
        <translation>Livre…</translation>
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
        <translation>Usuário-chave</translation>
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
        <translation>Alterações não salvas</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Salvar</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Descartar</translation>
    </message>
    <message>
        <source>&amp;Keep editing</source>
        <translation>&amp;Continuar editando</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>The report %1 cannot be written: %2</source>
        <translation>O relatório %1 não pode ser gravado: %2</translation>
    </message>
    <message>
        <source>there is no folder %1.</source>
        <translation>a pasta %1 não existe.</translation>
    </message>
    <message>
        <source>it is no ordinary file.</source>
        <translation>não é um arquivo comum.</translation>
    </message>
    <message>
        <source>the file that stands there is read-only.</source>
        <translation>o arquivo que já existe é somente leitura.</translation>
    </message>
    <message>
        <source>nothing may be written in the folder %1.</source>
        <translation>não há permissão para gravar na pasta %1.</translation>
    </message>
    <message>
        <source>The report was cancelled; no file was written.</source>
        <translation>O relatório foi cancelado; nenhum arquivo foi gravado.</translation>
    </message>
    <message>
        <source>A report needs at least one column.</source>
        <translation>Um relatório precisa de pelo menos uma coluna.</translation>
    </message>
    <message>
        <source>The separator of a CSV file is &apos;;&apos; or &apos;,&apos;.</source>
        <translation>O separador de um arquivo CSV é &apos;;&apos; ou &apos;,&apos;.</translation>
    </message>
    <message>
        <source>A report needs a time zone.</source>
        <translation>Um relatório precisa de um fuso horário.</translation>
    </message>
    <message>
        <source>This program does not write %1 files.</source>
        <translation>Este programa não grava arquivos %1.</translation>
    </message>
    <message>
        <source>The report read %1 of %2 records; no file was written.</source>
        <translation>O relatório leu %1 de %2 registros; nenhum arquivo foi gravado.</translation>
    </message>
    <message>
        <source>This program was started without what draws pages.</source>
        <translation>Este programa foi iniciado sem o que desenha páginas.</translation>
    </message>
    <message>
        <source>No font is installed, so no PDF can be written: install fonts-inter or fonts-dejavu-core.</source>
        <translation>Nenhuma fonte está instalada, por isso não é possível gravar PDF: instale fonts-inter ou fonts-dejavu-core.</translation>
    </message>
    <message>
        <source>The language of a report is one of %1, not &apos;%2&apos;.</source>
        <translation>O idioma de um relatório é um destes: %1; não &apos;%2&apos;.</translation>
    </message>
    <message>
        <source>the workbook could not be started.</source>
        <translation>a planilha não pôde ser iniciada.</translation>
    </message>
    <message>
        <source>a sheet could not be added.</source>
        <translation>uma aba não pôde ser acrescentada.</translation>
    </message>
    <message>
        <source>a cell could not be written.</source>
        <translation>uma célula não pôde ser gravada.</translation>
    </message>
    <message>
        <source>the disk is full or refuses to be written.</source>
        <translation>o disco está cheio ou recusa a gravação.</translation>
    </message>
    <message>
        <source>the packed file is not whole.</source>
        <translation>o arquivo compactado não está inteiro.</translation>
    </message>
    <message>
        <source>its SHA-256 cannot be reckoned.</source>
        <translation>o SHA-256 dele não pode ser calculado.</translation>
    </message>
</context>
<context>
    <name>Reprocess</name>
    <message>
        <source>Planned</source>
        <comment>a batch</comment>
        <translation>Planejado</translation>
    </message>
    <message>
        <source>Waiting for a worker</source>
        <comment>a batch</comment>
        <translation>Aguardando execução</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>a batch</comment>
        <translation>Em execução</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>a batch</comment>
        <translation>Pausado</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>a batch</comment>
        <translation>Cancelado</translation>
    </message>
    <message>
        <source>Finished</source>
        <comment>a batch</comment>
        <translation>Concluído</translation>
    </message>
    <message>
        <source>Included</source>
        <comment>a record</comment>
        <translation>Incluído</translation>
    </message>
    <message>
        <source>Left out</source>
        <comment>a record</comment>
        <translation>De fora</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>a record</comment>
        <translation>Aguardando</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <comment>a record</comment>
        <translation>Com sucesso</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>a record</comment>
        <translation>Com falha</translation>
    </message>
    <message>
        <source>Skipped</source>
        <comment>a record</comment>
        <translation>Pulado</translation>
    </message>
    <message>
        <source>Not attempted</source>
        <comment>a record</comment>
        <translation>Não tentado</translation>
    </message>
    <message>
        <source>the status is Error</source>
        <translation>o status é Erro</translation>
    </message>
    <message>
        <source>the status is Pending</source>
        <translation>o status é Pendente</translation>
    </message>
    <message>
        <source>the status is Cancelled, chosen by hand</source>
        <translation>o status é Cancelado, escolhido à mão</translation>
    </message>
    <message>
        <source>somebody works on it now</source>
        <translation>está em processamento agora</translation>
    </message>
    <message>
        <source>it is in another reprocess</source>
        <translation>está em outro reprocessamento</translation>
    </message>
    <message>
        <source>it is beyond the first ones asked for</source>
        <translation>está além dos primeiros pedidos</translation>
    </message>
    <message>
        <source>%1 succeeded</source>
        <translation>%1 com sucesso</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 com falha</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>%1 pulados</translation>
    </message>
    <message>
        <source>%1 not attempted</source>
        <translation>%1 não tentados</translation>
    </message>
    <message>
        <source>%1 remaining</source>
        <translation>%1 restantes</translation>
    </message>
    <message>
        <source>no records</source>
        <translation>nenhum registro</translation>
    </message>
    <message>
        <source>As of %1: exactly these records will run, and none that joins later.</source>
        <translation>Posição de %1: exatamente estes registros serão executados, e nenhum que surja depois.</translation>
    </message>
    <message>
        <source>Confirmed by %1 on %2</source>
        <translation>Confirmado por %1 em %2</translation>
    </message>
    <message>
        <source>at most %1 per second</source>
        <translation>no máximo %1 por segundo</translation>
    </message>
    <message>
        <source>a few first</source>
        <translation>alguns primeiro</translation>
    </message>
    <message>
        <source>automatic attempts count anew</source>
        <translation>tentativas automáticas reiniciadas</translation>
    </message>
    <message>
        <source>ended on %1</source>
        <translation>terminou em %1</translation>
    </message>
    <message>
        <source>Reprocess %1</source>
        <translation>Reprocessamento %1</translation>
    </message>
</context>
<context>
    <name>RequestDesk</name>
    <message>
        <source>It was cancelled.</source>
        <translation>Foi cancelado.</translation>
    </message>
    <message>
        <source>No worker took this up: see that ponte-agent serve runs on a machine that holds the installation&apos;s key, and try again.</source>
        <translation>Nenhum executor assumiu este pedido: verifique se ponte-agent serve está rodando em uma máquina que tem a chave da instalação e tente de novo.</translation>
    </message>
    <message>
        <source>The worker that took this up did not answer: look at its messages, and try again.</source>
        <translation>O executor que assumiu este pedido não respondeu: veja as mensagens dele e tente de novo.</translation>
    </message>
</context>
<context>
    <name>SavedViews</name>
    <message>
        <source>A view&apos;s name has 1 to %1 characters.</source>
        <translation>O nome de uma visão tem de 1 a %1 caracteres.</translation>
    </message>
    <message>
        <source>This is no view.</source>
        <translation>Isto não é uma visão.</translation>
    </message>
    <message>
        <source>This view is gone.</source>
        <translation>Esta visão não existe mais.</translation>
    </message>
    <message>
        <source>The view &apos;%1&apos; belongs to %2.</source>
        <translation>A visão &apos;%1&apos; é de %2.</translation>
    </message>
    <message>
        <source>You cannot share with the profile &apos;%1&apos;.</source>
        <translation>Você não pode compartilhar com o perfil &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>There is a view named &apos;%1&apos; already.</source>
        <translation>Já existe uma visão chamada &apos;%1&apos;.</translation>
    </message>
</context>
<context>
    <name>Schedules</name>
    <message>
        <source>Monday</source>
        <translation>segunda</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>terça</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>quarta</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>quinta</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>sexta</translation>
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
        <translation>%1 e %2</translation>
    </message>
    <message>
        <source>every working day at %1</source>
        <translation>todo dia útil (segunda a sexta) às %1</translation>
    </message>
    <message>
        <source>every Saturday and Sunday at %1</source>
        <translation>todo sábado e domingo às %1</translation>
    </message>
    <message>
        <source>every %1 at %2</source>
        <comment>the first is a day from Monday to Friday</comment>
        <translation>toda %1 às %2</translation>
    </message>
    <message>
        <source>every %1 at %2</source>
        <comment>the first is Saturday or Sunday</comment>
        <translation>todo %1 às %2</translation>
    </message>
    <message>
        <source>Brasília</source>
        <translation>Brasília</translation>
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
        <translation>a cada %1</translation>
    </message>
    <message>
        <source>once, on %1 at %2</source>
        <translation>uma vez, em %1 às %2</translation>
    </message>
    <message>
        <source>every day at %1</source>
        <translation>todo dia às %1</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 dia</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 dias</translation>
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
        <translation>Nada é reenviado automaticamente: o parâmetro &apos;Número tentativas de reenvio&apos; está vazio.</translation>
    </message>
    <message>
        <source>A schedule that runs once outlasts no outage.</source>
        <translation>Um agendamento de uma só vez não atravessa nenhuma queda.</translation>
    </message>
    <message>
        <source>With %1 attempt per record, an outage of the ERP that meets the next run cancels it.</source>
        <translation>Com %1 tentativa por registro, uma queda do ERP que alcance a próxima execução já o cancela.</translation>
    </message>
    <message>
        <source>With %1 attempts per record, an outage of the ERP of up to %2 is outlasted; one of more than %3 cancels records.</source>
        <translation>Com %1 tentativas por registro, uma queda do ERP de até %2 é atravessada; acima de %3, registros são cancelados.</translation>
    </message>
    <message>
        <source>There is no schedule %1.</source>
        <translation>Não existe o agendamento %1.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be run again: only %2 can.</source>
        <translation>&apos;%1&apos; não pode ser reprocessada: só %2 pode.</translation>
    </message>
    <message>
        <source>A run by schedule reaches error and pending only, not &apos;%1&apos;.</source>
        <translation>Uma execução agendada alcança só erro e pendente, não &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>A schedule takes a filter, not a list of records.</source>
        <translation>Um agendamento usa um filtro, não uma lista de registros.</translation>
    </message>
    <message>
        <source>The name is longer than %1 characters.</source>
        <translation>O nome passa de %1 caracteres.</translation>
    </message>
    <message>
        <source>There is no time zone &apos;%1&apos;.</source>
        <translation>Não existe o fuso horário &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>The schedule does not say when it runs.</source>
        <translation>O agendamento não diz quando executa.</translation>
    </message>
    <message>
        <source>%1 has passed already.</source>
        <translation>%1 já passou.</translation>
    </message>
    <message>
        <source>Company %1 is not set up here.</source>
        <translation>A coligada %1 não está configurada aqui.</translation>
    </message>
    <message>
        <source>Company %1 has its automatic resend already.</source>
        <translation>A coligada %1 já tem o seu reenvio automático.</translation>
    </message>
    <message>
        <source>The automatic resend of a company stays what it is.</source>
        <translation>O reenvio automático de uma coligada não muda de tarefa nem de coligada.</translation>
    </message>
    <message>
        <source>This schedule is running already.</source>
        <translation>Este agendamento já está em execução.</translation>
    </message>
    <message>
        <source>There is no job &apos;%1&apos;; only &apos;reprocess&apos; and &apos;report&apos; can be scheduled.</source>
        <translation>Não existe o trabalho &apos;%1&apos;; só &apos;reprocess&apos; e &apos;report&apos; podem ser agendados.</translation>
    </message>
    <message>
        <source>This program writes no reports.</source>
        <translation>Este programa não gera relatórios.</translation>
    </message>
</context>
<context>
    <name>Security</name>
    <message>
        <source>The name of an API client has 1 to 60 characters and no colon.</source>
        <translation>O nome de um cliente de API tem de 1 a 60 caracteres e nenhum dois-pontos.</translation>
    </message>
    <message>
        <source>An API client named &apos;%1&apos; exists: revoke it first.</source>
        <translation>Já existe um cliente de API chamado &apos;%1&apos;: revogue-o antes.</translation>
    </message>
    <message>
        <source>There is no API client named &apos;%1&apos;.</source>
        <translation>Não existe cliente de API chamado &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>The key file %1 cannot be written.</source>
        <translation>O arquivo de chave %1 não pode ser gravado.</translation>
    </message>
    <message>
        <source>The cryptography library cannot be started.</source>
        <translation>A biblioteca de criptografia não pode ser iniciada.</translation>
    </message>
    <message>
        <source>The key file %1 belongs to another installation.</source>
        <translation>O arquivo de chave %1 pertence a outra instalação.</translation>
    </message>
    <message>
        <source>This program does not hold the installation&apos;s key, so it makes no outside call.</source>
        <translation>Este programa não tem a chave da instalação e por isso não faz chamadas externas.</translation>
    </message>
    <message>
        <source>A stored secret is damaged: enter it again.</source>
        <translation>Um segredo guardado está danificado: informe-o de novo.</translation>
    </message>
    <message>
        <source>A stored secret cannot be opened with this key: enter it again.</source>
        <translation>Um segredo guardado não pode ser aberto com esta chave: informe-o de novo.</translation>
    </message>
    <message>
        <source>The database has no installation key yet: run  ponte-agent migrate</source>
        <translation>O banco de dados ainda não tem a chave da instalação: execute  ponte-agent migrate</translation>
    </message>
    <message>
        <source>There is not enough memory to keep a password safely.</source>
        <translation>Não há memória suficiente para guardar uma senha com segurança.</translation>
    </message>
    <message>
        <source>Who acts here has to log in: --user NAME, with the password on standard input or in the file named by PONTE_PASSWORD_FILE.</source>
        <translation>Quem age aqui precisa se identificar: --user NOME, com a senha na entrada padrão ou no arquivo indicado por PONTE_PASSWORD_FILE.</translation>
    </message>
</context>
<context>
    <name>Storage</name>
    <message>
        <source>The database address &apos;%1&apos; is not of the form postgresql://role@host:port/name.</source>
        <translation>O endereço de banco de dados &apos;%1&apos; não tem a forma postgresql://papel@servidor:porta/nome.</translation>
    </message>
    <message>
        <source>The database address &apos;%1&apos; names no file.</source>
        <translation>O endereço de banco de dados &apos;%1&apos; não indica um arquivo.</translation>
    </message>
    <message>
        <source>The database address &apos;%1&apos; must start with sqlite: or postgresql://.</source>
        <translation>O endereço de banco de dados &apos;%1&apos; precisa começar com sqlite: ou postgresql://.</translation>
    </message>
    <message>
        <source>The query was cancelled.</source>
        <translation>A consulta foi cancelada.</translation>
    </message>
    <message>
        <source>The disk of the database %1 is full: free some space and try again.</source>
        <translation>O disco do banco de dados %1 está cheio: libere espaço e tente de novo.</translation>
    </message>
    <message>
        <source>The database %1 is read-only: give this user the right to write it.</source>
        <translation>O banco de dados %1 é somente leitura: dê a este usuário o direito de gravar.</translation>
    </message>
    <message>
        <source>The database %1 cannot be opened: %2</source>
        <translation>O banco de dados %1 não pode ser aberto: %2</translation>
    </message>
    <message>
        <source>The connection to the database %1 was lost.</source>
        <translation>A conexão com o banco de dados %1 foi perdida.</translation>
    </message>
    <message>
        <source>The database %1 refused a statement: %2</source>
        <translation>O banco de dados %1 recusou um comando: %2</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made: choose another place with --database.</source>
        <translation>A pasta %1 não pode ser criada: escolha outro lugar com --database.</translation>
    </message>
    <message>
        <source>The database %1 was made by a newer Ponte: install that version on this machine too.</source>
        <translation>O banco de dados %1 foi criado por um Ponte mais novo: instale essa versão nesta máquina também.</translation>
    </message>
    <message>
        <source>The database %1 needs the tables of this version: run  ponte-agent migrate --database %1</source>
        <translation>O banco de dados %1 precisa das tabelas desta versão: execute  ponte-agent migrate --database %1</translation>
    </message>
    <message>
        <source>The database was made by a newer Ponte: install that version on this machine too.</source>
        <translation>O banco de dados foi criado por um Ponte mais novo: instale essa versão nesta máquina também.</translation>
    </message>
    <message>
        <source>The migration %1 cannot be read.</source>
        <translation>A migração %1 não pode ser lida.</translation>
    </message>
    <message>
        <source>The connection to the database %1 was lost; nothing was changed.</source>
        <translation>A conexão com o banco de dados %1 foi perdida; nada foi alterado.</translation>
    </message>
</context>
<context>
    <name>Time</name>
    <message>
        <source>now</source>
        <translation>agora</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>há %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>há %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>há %1 h</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ActivityPage</name>
    <message>
        <source>Activity</source>
        <translation>Atividades</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>Nada em andamento</translation>
    </message>
    <message>
        <source>Exports, reprocesses, tests of connections and readings of lists appear here while they run. Leaving a page does not stop them.</source>
        <translation>Exportações, reprocessamentos, testes de conexão e leituras de listas aparecem aqui enquanto estão em andamento. Sair de uma página não os interrompe.</translation>
    </message>
    <message>
        <source>Clear wha&amp;t has ended</source>
        <translation>&amp;Limpar o que terminou</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ActivityRow</name>
    <message>
        <source>Progress of %1</source>
        <translation>Andamento de %1</translation>
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
        <translation>Interrompendo…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Em andamento</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Concluído</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falhou</translation>
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
        <translation>Conexões</translation>
    </message>
    <message>
        <source>Companies and networks</source>
        <translation>Coligadas e redes</translation>
    </message>
    <message>
        <source>API clients</source>
        <translation>Clientes da API</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Pessoas</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Perfis</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Administração</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ApiClientsTab</name>
    <message>
        <source>all companies</source>
        <translation>todas as coligadas</translation>
    </message>
    <message>
        <source>revoked on %1</source>
        <translation>revogado em %1</translation>
    </message>
    <message>
        <source>may call</source>
        <translation>pode chamar</translation>
    </message>
    <message>
        <source>The password of %1 is shown this once; only a hash of it is kept. Copy it now.</source>
        <translation>A senha de %1 é mostrada só desta vez; guarda-se apenas um hash dela. Copie agora.</translation>
    </message>
    <message>
        <source>Revoke the client</source>
        <translation>Revogar o cliente</translation>
    </message>
    <message>
        <source>%1 can no longer call from now on; its tokens end at once. This cannot be undone.</source>
        <translation>%1 não poderá mais chamar a partir de agora; seus tokens terminam na hora. Isso não pode ser desfeito.</translation>
    </message>
    <message>
        <source>&amp;Revoke</source>
        <translation>&amp;Revogar</translation>
    </message>
    <message>
        <source>%1 was revoked.</source>
        <translation>%1 foi revogado.</translation>
    </message>
    <message>
        <source>Name of the new client</source>
        <translation>Nome do novo cliente</translation>
    </message>
    <message>
        <source>Company that the client sells for</source>
        <translation>Coligada para a qual o cliente vende</translation>
    </message>
    <message>
        <source>Password of the new client</source>
        <translation>Senha do novo cliente</translation>
    </message>
    <message>
        <source>Copy the password</source>
        <translation>Copiar a senha</translation>
    </message>
    <message>
        <source>Revoke the chosen client</source>
        <translation>Revogar o cliente escolhido</translation>
    </message>
    <message>
        <source>API clients</source>
        <translation>Clientes da API</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Coligada</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Criado em</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>No&amp;me</translation>
    </message>
    <message>
        <source>For c&amp;ompany</source>
        <translation>Para a c&amp;oligada</translation>
    </message>
    <message>
        <source>A&amp;dd client</source>
        <translation>A&amp;dicionar cliente</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>Cop&amp;iar</translation>
    </message>
    <message>
        <source>Revo&amp;ke…</source>
        <translation>Revo&amp;gar…</translation>
    </message>
    <message>
        <source>No client yet. A shop or Broker that sends sales needs one: name it above and add it.</source>
        <translation>Nenhum cliente ainda. A loja ou o Broker que envia vendas precisa de um: dê o nome acima e adicione.</translation>
    </message>
</context>
<context>
    <name>ponte::ui::AttemptModel</name>
    <message>
        <source>Next attempt</source>
        <translation>Próxima tentativa</translation>
    </message>
    <message>
        <source>Next attempt: %1</source>
        <translation>Próxima tentativa: %1</translation>
    </message>
    <message>
        <source>Attempt %1 of %2: %3, %4, %5, %6, %7. %8</source>
        <translation>Tentativa %1 de %2: %3, %4, %5, %6, %7. %8</translation>
    </message>
</context>
<context>
    <name>ponte::ui::AttemptTimeline</name>
    <message>
        <source>Attempts</source>
        <translation>Tentativas</translation>
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
        <translation>Fechar esta mensagem</translation>
    </message>
</context>
<context>
    <name>ponte::ui::BatchListDialog</name>
    <message>
        <source>Reading the reprocesses…</source>
        <translation>Lendo os reprocessamentos…</translation>
    </message>
    <message>
        <source>No reprocess yet</source>
        <translation>Ainda não há reprocessamentos</translation>
    </message>
    <message>
        <source>Start one in the Log Monitor: Processes | Reprocess data.</source>
        <translation>Inicie um no Monitor de Log: Processos | Reprocessamento de Dados.</translation>
    </message>
    <message>
        <source>Reprocesses</source>
        <translation>Reprocessamentos</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Abrir</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fechar</translation>
    </message>
</context>
<context>
    <name>ponte::ui::BatchPanel</name>
    <message>
        <source>The records could not be read. %1</source>
        <translation>Não foi possível ler os registros. %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar novamente</translation>
    </message>
    <message>
        <source>The reprocess could not be read; what is shown may be out of date. %1</source>
        <translation>Não foi possível ler o reprocessamento; o que é mostrado pode estar desatualizado. %1</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Retomar</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausar</translation>
    </message>
    <message>
        <source>Paused by %1.</source>
        <translation>Pausado por %1.</translation>
    </message>
    <message>
        <source>It paused by itself: %1</source>
        <translation>Pausou sozinho: %1</translation>
    </message>
    <message>
        <source>It goes on when this window is closed: find it again under Activity.</source>
        <translation>Continua mesmo com esta janela fechada: encontre-o de novo em Atividades.</translation>
    </message>
    <message>
        <source>Cancelled by %1; what had not begun was left as it was.</source>
        <translation>Cancelado por %1; o que não tinha começado ficou como estava.</translation>
    </message>
    <message>
        <source>All that could run ended well.</source>
        <translation>Tudo o que pôde ser executado terminou bem.</translation>
    </message>
    <message>
        <source>Correct what failed, then reprocess it again.</source>
        <translation>Corrija o que falhou e reprocesse de novo.</translation>
    </message>
    <message>
        <source>The monitor shows the first %1 of them.</source>
        <translation>O monitor mostra os primeiros %1 deles.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Com falha</translation>
    </message>
    <message>
        <source>Not attempted</source>
        <translation>Não tentados</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Pulados</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Com sucesso</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>Restantes</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Deixados de fora</translation>
    </message>
    <message>
        <source>Which records are listed</source>
        <translation>Quais registros são listados</translation>
    </message>
    <message>
        <source>Records of the reprocess</source>
        <translation>Registros do reprocessamento</translation>
    </message>
    <message>
        <source>Progress of the reprocess</source>
        <translation>Progresso do reprocessamento</translation>
    </message>
    <message>
        <source>&amp;Cancel the rest</source>
        <translation>&amp;Cancelar o restante</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Fechar</translation>
    </message>
    <message numerus="yes">
        <source>Show the %n that &amp;failed in the monitor</source>
        <translation>
            <numerusform>Mostrar no &amp;monitor o que falhou</numerusform>
            <numerusform>Mostrar no &amp;monitor os %n com falha</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ponte::ui::BatchTable</name>
    <message>
        <source>several</source>
        <translation>várias</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
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
        <translation>Confirmado em</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Planejados</translation>
    </message>
    <message>
        <source>What became of them</source>
        <translation>O que aconteceu</translation>
    </message>
</context>
<context>
    <name>ponte::ui::BundleJob</name>
    <message>
        <source>Save the reproduction bundle</source>
        <translation>Salvar o pacote de reprodução</translation>
    </message>
    <message>
        <source>Zip files (*.zip)</source>
        <translation>Arquivos zip (*.zip)</translation>
    </message>
    <message>
        <source>Reproduction bundle of log %1</source>
        <translation>Pacote de reprodução do log %1</translation>
    </message>
    <message>
        <source>The bundle was saved in %1. Personal data and secrets in it are masked.</source>
        <translation>O pacote foi salvo em %1. Nele, dados pessoais e segredos estão mascarados.</translation>
    </message>
    <message>
        <source>The bundle was not saved. %1</source>
        <translation>O pacote não foi salvo. %1</translation>
    </message>
</context>
<context>
    <name>ponte::ui::CheckList</name>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Endereço</translation>
    </message>
    <message>
        <source>Encryption (TLS)</source>
        <translation>Criptografia (TLS)</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Credenciais</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tabelas</translation>
    </message>
    <message>
        <source>Harmless call</source>
        <translation>Chamada inofensiva</translation>
    </message>
    <message>
        <source>✓ passed</source>
        <translation>✓ passou</translation>
    </message>
    <message>
        <source>! warning</source>
        <translation>! aviso</translation>
    </message>
    <message>
        <source>✕ failed</source>
        <translation>✕ falhou</translation>
    </message>
    <message>
        <source>– not judged</source>
        <translation>– não avaliado</translation>
    </message>
</context>
<context>
    <name>ponte::ui::CheckMenu</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n escolhido</numerusform>
            <numerusform>%n escolhidos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ponte::ui::ChipRow</name>
    <message>
        <source>%1: take back</source>
        <translation>%1: desfazer</translation>
    </message>
</context>
<context>
    <name>ponte::ui::CodeFindBar</name>
    <message>
        <source>Searching…</source>
        <translation>Procurando…</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Não encontrado</translation>
    </message>
    <message>
        <source>%1 of more than %2</source>
        <translation>%1 de mais de %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Find in this text</source>
        <translation>Localizar neste texto</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>Ocorrência anterior (Shift+F3)</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>Próxima ocorrência (F3)</translation>
    </message>
    <message>
        <source>Close search (Esc)</source>
        <translation>Fechar a busca (Esc)</translation>
    </message>
</context>
<context>
    <name>ponte::ui::CodeView</name>
    <message numerus="yes">
        <source>… %Ln line(s)</source>
        <translation>
            <numerusform>… %Ln linha</numerusform>
            <numerusform>… %Ln linhas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ponte::ui::ColumnChooser</name>
    <message>
        <source>Columns of the report, in their order</source>
        <translation>Colunas do relatório, na ordem</translation>
    </message>
    <message>
        <source>Column up (Alt+Up)</source>
        <translation>Coluna para cima (Alt+Seta para cima)</translation>
    </message>
    <message>
        <source>Column down (Alt+Down)</source>
        <translation>Coluna para baixo (Alt+Seta para baixo)</translation>
    </message>
    <message>
        <source>The eight usual columns</source>
        <translation>As oito colunas de sempre</translation>
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
        <translation>O que você quer fazer?</translation>
    </message>
    <message>
        <source>Search the commands</source>
        <translation>Pesquisar os comandos</translation>
    </message>
    <message>
        <source>↑ ↓ choose, Enter does it, Esc leaves</source>
        <translation>↑ ↓ escolhem, Enter executa, Esc fecha</translation>
    </message>
    <message>
        <source>Open the view of this link</source>
        <translation>Abrir a visão deste link</translation>
    </message>
</context>
<context>
    <name>ponte::ui::CompaniesTab</name>
    <message>
        <source>not used</source>
        <translation>não usada</translation>
    </message>
    <message>
        <source>Enter the number of a company of RM, from 1.</source>
        <translation>Informe o número de uma coligada do RM, a partir de 1.</translation>
    </message>
    <message>
        <source>Company %1 is %2.</source>
        <translation>A coligada %1 é %2.</translation>
    </message>
    <message>
        <source>Reading companies and lists from RM</source>
        <translation>Leitura das coligadas e listas do RM</translation>
    </message>
    <message>
        <source>Reading from RM…</source>
        <translation>Lendo do RM…</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) read from RM.</source>
        <translation>
            <numerusform>%n linha lida do RM.</numerusform>
            <numerusform>%n linhas lidas do RM.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only companies with a network take sales. The network decides how an enrolment is made, and gives the company its automatic resend.</source>
        <translation>Só coligadas com rede recebem vendas. A rede decide como a matrícula é feita e dá à coligada o seu reenvio automático.</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Coligada</translation>
    </message>
    <message>
        <source>Name in RM</source>
        <translation>Nome no RM</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Rede</translation>
    </message>
    <message>
        <source>Companies and their networks</source>
        <translation>Coligadas e suas redes</translation>
    </message>
    <message>
        <source>Number of the company</source>
        <translation>Número da coligada</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Salvar</translation>
    </message>
    <message>
        <source>Save the network of the company</source>
        <translation>Salvar a rede da coligada</translation>
    </message>
    <message>
        <source>&amp;Read the lists from RM</source>
        <translation>&amp;Ler as listas do RM</translation>
    </message>
    <message>
        <source>C&amp;ompany</source>
        <translation>C&amp;oligada</translation>
    </message>
    <message>
        <source>Net&amp;work</source>
        <translation>Re&amp;de</translation>
    </message>
    <message>
        <source>No company yet. Without its network no sale of a company is imported: add it above.</source>
        <translation>Nenhuma coligada ainda. Sem a rede, nenhuma venda de uma coligada é importada: adicione-a acima.</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ConnectionForm</name>
    <message>
        <source>Saving…</source>
        <translation>Salvando…</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Salvo.</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Usuário</translation>
    </message>
    <message>
        <source>kept; type to replace</source>
        <translation>mantida; digite para trocar</translation>
    </message>
    <message>
        <source>standard</source>
        <translation>padrão</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Salvar</translation>
    </message>
    <message>
        <source>Save the connection to %1</source>
        <translation>Salvar a conexão com %1</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Endereço</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuário</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Senha</translation>
    </message>
    <message>
        <source>Calls at the same time</source>
        <translation>Chamadas ao mesmo tempo</translation>
    </message>
    <message>
        <source>Wait for an answer at most (seconds)</source>
        <translation>Esperar a resposta no máximo (segundos)</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>En&amp;dereço</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Sen&amp;ha</translation>
    </message>
    <message>
        <source>Calls at the sa&amp;me time</source>
        <translation>Cha&amp;madas ao mesmo tempo</translation>
    </message>
    <message>
        <source>Wait for an answer at m&amp;ost (seconds)</source>
        <translation>Esperar a resposta no má&amp;ximo (segundos)</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>Servidor de e-mail</translation>
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
        <translation>Teste da conexão com %1</translation>
    </message>
    <message>
        <source>The test was cancelled.</source>
        <translation>O teste foi cancelado.</translation>
    </message>
    <message>
        <source>%1 can be used.</source>
        <translation>%1 pode ser usado.</translation>
    </message>
    <message>
        <source>%1 cannot be used.</source>
        <translation>%1 não pode ser usado.</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Testando…</translation>
    </message>
    <message>
        <source>&amp;Test connection</source>
        <translation>&amp;Testar conexão</translation>
    </message>
    <message>
        <source>Test the connection to %1</source>
        <translation>Testar a conexão com %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel the test of the connection to %1</source>
        <translation>Cancelar o teste da conexão com %1</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ContextBar</name>
    <message>
        <source>All companies</source>
        <translation>Todas as coligadas</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Todos os níveis</translation>
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
        <translation>&amp;Nível</translation>
    </message>
    <message>
        <source>Education level</source>
        <translation>Nível de Ensino</translation>
    </message>
    <message>
        <source>Person who works here</source>
        <translation>Pessoa que trabalha aqui</translation>
    </message>
    <message>
        <source>Commands… Ctrl+K</source>
        <translation>Comandos… Ctrl+K</translation>
    </message>
    <message>
        <source>Finds every action of the program by its name</source>
        <translation>Encontra cada ação do programa pelo nome</translation>
    </message>
</context>
<context>
    <name>ponte::ui::Counters</name>
    <message>
        <source>%1 planned: %2</source>
        <translation>%1 planejados: %2</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>planejados</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>com sucesso</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>com falha</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>pulados</translation>
    </message>
    <message>
        <source>not attempted</source>
        <translation>não tentados</translation>
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
        <translation>Informe o nome do arquivo.</translation>
    </message>
    <message>
        <source>This database cannot be used yet.</source>
        <translation>Este banco de dados ainda não pode ser usado.</translation>
    </message>
    <message>
        <source>The test was cancelled.</source>
        <translation>O teste foi cancelado.</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Testando…</translation>
    </message>
    <message>
        <source>This database can be used.</source>
        <translation>Este banco de dados pode ser usado.</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Banco de dados</translation>
    </message>
    <message>
        <source>Which database does this console work with?</source>
        <translation>Com qual banco de dados este console trabalha?</translation>
    </message>
    <message>
        <source>It is remembered on this computer. A database named by --database or PONTE_DATABASE comes first.</source>
        <translation>A escolha fica guardada neste computador. Um banco indicado por --database ou PONTE_DATABASE tem precedência.</translation>
    </message>
    <message>
        <source>For one person. This window then does all the work itself: sales, schedules, the API.</source>
        <translation>Para uma pessoa. Esta janela faz então todo o trabalho: vendas, agendamentos, a API.</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Nome do arquivo</translation>
    </message>
    <message>
        <source>For several people. Agents on servers do the work: ponte-agent serve.</source>
        <translation>Para várias pessoas. Agentes em servidores fazem o trabalho: ponte-agent serve.</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>En&amp;dereço</translation>
    </message>
    <message>
        <source>Address of the database</source>
        <translation>Endereço do banco de dados</translation>
    </message>
    <message>
        <source>Password of the database</source>
        <translation>Senha do banco de dados</translation>
    </message>
    <message>
        <source>kept nowhere; empty for PGPASSWORD or ~/.pgpass</source>
        <translation>não é guardada; vazia para PGPASSWORD ou ~/.pgpass</translation>
    </message>
    <message>
        <source>Test the connection to the database</source>
        <translation>Testar a conexão com o banco de dados</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Cancel the test of the database</source>
        <translation>Cancelar o teste do banco de dados</translation>
    </message>
    <message>
        <source>&amp;Use this database</source>
        <translation>&amp;Usar este banco de dados</translation>
    </message>
    <message>
        <source>A f&amp;ile of this computer</source>
        <translation>Um ar&amp;quivo deste computador</translation>
    </message>
    <message>
        <source>The Postgre&amp;SQL of a team</source>
        <translation>O Post&amp;greSQL de uma equipe</translation>
    </message>
    <message>
        <source>Test c&amp;onnection</source>
        <translation>&amp;Testar conexão</translation>
    </message>
    <message>
        <source>Bac&amp;k</source>
        <translation>&amp;Voltar</translation>
    </message>
    <message>
        <source>File na&amp;me</source>
        <translation>No&amp;me do arquivo</translation>
    </message>
    <message>
        <source>Passwor&amp;d</source>
        <translation>&amp;Senha</translation>
    </message>
</context>
<context>
    <name>ponte::ui::DiffView</name>
    <message>
        <source>Choose a record to compare its executions.</source>
        <translation>Escolha um registro para comparar suas execuções.</translation>
    </message>
    <message>
        <source>Similar success: log %1 · %2</source>
        <translation>Sucesso parecido: log %1 · %2</translation>
    </message>
    <message>
        <source>Nothing to compare with yet</source>
        <translation>Ainda não há com o que comparar</translation>
    </message>
    <message>
        <source>This record has one execution, and no similar one has succeeded so far. Choose two different executions above where there are some.</source>
        <translation>Este registro tem uma só execução, e nenhum parecido teve sucesso até agora. Onde houver mais, escolha acima duas execuções diferentes.</translation>
    </message>
    <message>
        <source>You may not see the configuration</source>
        <translation>Você não pode ver a configuração</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Comparando…</translation>
    </message>
    <message>
        <source>The data could not be compared</source>
        <translation>Não foi possível comparar os dados</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Nothing was stored on either side.</source>
        <translation>Nada foi gravado em nenhum dos lados.</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>Nenhuma diferença</translation>
    </message>
    <message>
        <source>All parameters had the same values at both times.</source>
        <translation>Todos os parâmetros tinham os mesmos valores nos dois momentos.</translation>
    </message>
    <message>
        <source>Both sides say the same.</source>
        <translation>Os dois lados dizem o mesmo.</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Configuração</translation>
    </message>
    <message>
        <source>Only differences</source>
        <translation>Só diferenças</translation>
    </message>
    <message>
        <source>Left side</source>
        <translation>Lado esquerdo</translation>
    </message>
    <message>
        <source>Right side</source>
        <translation>Lado direito</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Diferenças</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Lado a lado</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Copiar a lista</translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s)</source>
        <translation>
            <numerusform>%Ln diferença</numerusform>
            <numerusform>%Ln diferenças</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviados</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recebidos</translation>
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
        <translation>Alterado</translation>
    </message>
    <message>
        <source>Only left</source>
        <translation>Só à esquerda</translation>
    </message>
    <message>
        <source>Only right</source>
        <translation>Só à direita</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferença</translation>
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
        <translation>Valores Chave</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por quê</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ExplanationView</name>
    <message>
        <source>Done</source>
        <translation>Concluído</translation>
    </message>
    <message>
        <source>Why it failed</source>
        <translation>Por que falhou</translation>
    </message>
    <message>
        <source>Why it waits</source>
        <translation>Por que espera</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>O que vem a seguir</translation>
    </message>
    <message>
        <source>Why it was cancelled</source>
        <translation>Por que foi cancelado</translation>
    </message>
    <message>
        <source>Why reprocessing leaves it out</source>
        <translation>Por que o reprocessamento o deixa de fora</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>O que fazer</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lendo…</translation>
    </message>
    <message>
        <source>Choose a record to see why it is as it is.</source>
        <translation>Escolha um registro para ver por que ele está assim.</translation>
    </message>
    <message>
        <source>This program cannot explain records of this integration.</source>
        <translation>Este programa não sabe explicar registros desta integração.</translation>
    </message>
    <message>
        <source>The reasons could not be read</source>
        <translation>Não foi possível ler os motivos</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Por quê?</translation>
    </message>
    <message>
        <source>Others with this error</source>
        <translation>Outros com este erro</translation>
    </message>
    <message>
        <source>Parameters…</source>
        <translation>Parâmetros…</translation>
    </message>
    <message>
        <source>Reproduction bundle…</source>
        <translation>Pacote de reprodução…</translation>
    </message>
    <message>
        <source>A zip with the masked request, the answer, times, versions and hashes, for whoever looks after the other system</source>
        <translation>Um zip com a requisição mascarada, a resposta, os tempos, as versões e os hashes, para quem cuida do outro sistema</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ExportModel</name>
    <message>
        <source>Done; the file is no longer there</source>
        <translation>Concluído; o arquivo não está mais lá</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Concluído</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Falhou: %1</translation>
    </message>
    <message>
        <source>Cancelled; no file was written</source>
        <translation>Cancelado; nenhum arquivo foi gravado</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Arquivo</translation>
    </message>
    <message>
        <source>Generated at</source>
        <translation>Gerado em</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Linhas</translation>
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
        <translation>Nenhuma exportação ainda</translation>
    </message>
    <message>
        <source>What you export appears here with its receipt: rows, time and SHA-256.</source>
        <translation>O que você exporta aparece aqui com o recibo: linhas, hora e SHA-256.</translation>
    </message>
    <message>
        <source>Recent exports</source>
        <translation>Exportações recentes</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir pasta</translation>
    </message>
    <message>
        <source>Copy SHA-256</source>
        <translation>Copiar SHA-256</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation>Limpar lista</translation>
    </message>
</context>
<context>
    <name>ponte::ui::FieldEditor</name>
    <message>
        <source>&apos;%1&apos; is not in the list: choose an entry.</source>
        <translation>&apos;%1&apos; não está na lista: escolha um item.</translation>
    </message>
    <message>
        <source>Meanwhile %1 changed it.</source>
        <translation>Nesse meio tempo %1 alterou este valor.</translation>
    </message>
    <message>
        <source>Meanwhile %1 changed it to &apos;%2&apos;.</source>
        <translation>Nesse meio tempo %1 alterou para &apos;%2&apos;.</translation>
    </message>
    <message>
        <source>List read from RM %1.</source>
        <translation>Lista lida do RM %1.</translation>
    </message>
    <message>
        <source>The list was not read from RM yet: type the code.</source>
        <translation>A lista ainda não foi lida do RM: digite o código.</translation>
    </message>
    <message>
        <source>Last changed by %1 on %2</source>
        <translation>Última alteração por %1 em %2</translation>
    </message>
    <message>
        <source>Will be removed when you save</source>
        <translation>Será removido ao salvar</translation>
    </message>
    <message>
        <source>Set on %1 by %2</source>
        <translation>Definido em %1 por %2</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Não definido</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Manter</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Remover %1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lendo…</translation>
    </message>
    <message>
        <source>Read from RM</source>
        <translation>Ler do RM</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no longer in RM&apos;s list: choose another.</source>
        <translation>&apos;%1&apos; não está mais na lista do RM: escolha outro.</translation>
    </message>
    <message>
        <source>The list could not be read from RM, what was known stays: %1</source>
        <translation>A lista não pôde ser lida do RM, o que se conhecia permanece: %1</translation>
    </message>
    <message>
        <source>Read the list of %1 from RM</source>
        <translation>Ler do RM a lista de %1</translation>
    </message>
    <message>
        <source>Reads the list anew; F2 in the field opens it</source>
        <translation>Lê a lista de novo; F2 no campo a abre</translation>
    </message>
</context>
<context>
    <name>ponte::ui::FiguresPanel</name>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Contando…</translation>
    </message>
    <message>
        <source>There are no figures</source>
        <translation>Não há números</translation>
    </message>
    <message>
        <source>Figures of the report</source>
        <translation>Números do relatório</translation>
    </message>
    <message>
        <source>Nothing to count</source>
        <translation>Nada a contar</translation>
    </message>
    <message>
        <source>No record matches this choice.</source>
        <translation>Nenhum registro corresponde a esta escolha.</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>Sale to contract, half within</source>
        <translation>Da venda ao contrato, metade em até</translation>
    </message>
    <message>
        <source>Sale to contract, 95% within</source>
        <translation>Da venda ao contrato, 95% em até</translation>
    </message>
    <message>
        <source>Recovered by automatic resend</source>
        <translation>Recuperados pelo reenvio automático</translation>
    </message>
    <message>
        <source>Records per day, the last %1 days</source>
        <translation>Registros por dia, últimos %1 dias</translation>
    </message>
    <message>
        <source>Records per day</source>
        <translation>Registros por dia</translation>
    </message>
    <message>
        <source>Records per functionality</source>
        <translation>Registros por funcionalidade</translation>
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
        <translation>&lt; 1 dia</translation>
    </message>
    <message>
        <source>&lt; 3 days</source>
        <translation>&lt; 3 dias</translation>
    </message>
    <message>
        <source>&lt; 7 days</source>
        <translation>&lt; 7 dias</translation>
    </message>
    <message>
        <source>&lt; 30 days</source>
        <translation>&lt; 30 dias</translation>
    </message>
    <message>
        <source>older</source>
        <translation>mais antigos</translation>
    </message>
    <message>
        <source>Still in Error or Pending, by age</source>
        <translation>Ainda em Erro ou Pendente, por idade</translation>
    </message>
    <message>
        <source>Company %1: %2 of the contracts within %3 (%4 in time, %5 late, %6 overdue)</source>
        <translation>Coligada %1: %2 dos contratos em até %3 (%4 no prazo, %5 atrasados, %6 vencidos)</translation>
    </message>
    <message>
        <source>What fails most:</source>
        <translation>O que mais falha:</translation>
    </message>
</context>
<context>
    <name>ponte::ui::FilterBar</name>
    <message>
        <source>Period</source>
        <translation>Período</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Functionality</source>
        <translation>Funcionalidade</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>Módulo</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Limpar todos os filtros</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen record(s)</source>
        <translation>
            <numerusform>%n registro escolhido</numerusform>
            <numerusform>%n registros escolhidos</numerusform>
        </translation>
    </message>
    <message>
        <source>changed: %1</source>
        <translation>alterado: %1</translation>
    </message>
    <message numerus="yes">
        <source>At least %n automatic attempt(s)</source>
        <translation>
            <numerusform>Ao menos %n tentativa automática</numerusform>
            <numerusform>Ao menos %n tentativas automáticas</numerusform>
        </translation>
    </message>
    <message>
        <source>Any number</source>
        <translation>Qualquer número</translation>
    </message>
    <message>
        <source>Sale %1</source>
        <translation>Venda %1</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>Chave %1</translation>
    </message>
    <message>
        <source>Error signature %1</source>
        <translation>Assinatura do erro %1</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Alterado: %1</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mais</translation>
    </message>
    <message>
        <source>More filters: last change, attempts</source>
        <translation>Mais filtros: última alteração, tentativas</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>Mais filtros</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Última alteração</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Tentativas</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Limpar</translation>
    </message>
</context>
<context>
    <name>ponte::ui::HealthLine</name>
    <message numerus="yes">
        <source>%n worker(s)</source>
        <translation>
            <numerusform>%n executor</numerusform>
            <numerusform>%n executores</numerusform>
        </translation>
    </message>
    <message>
        <source>✕ no worker</source>
        <translation>✕ nenhum executor</translation>
    </message>
    <message>
        <source>Programs that work on sales, contracts and notices now.</source>
        <translation>Programas que trabalham agora em vendas, contratos e retornos.</translation>
    </message>
    <message>
        <source>Nothing is sent and no schedule runs until a program with workers is started.</source>
        <translation>Nada é enviado e nenhum agendamento é executado até que um programa com executores seja iniciado.</translation>
    </message>
    <message>
        <source>✕ %1 refuses the credentials</source>
        <translation>✕ %1 recusa as credenciais</translation>
    </message>
    <message>
        <source>◐ %1 paused until %2</source>
        <translation>◐ %1 em pausa até %2</translation>
    </message>
    <message>
        <source>%1 answered last on %2</source>
        <translation>%1 respondeu pela última vez em %2</translation>
    </message>
    <message>
        <source>◐ %1 did not answer</source>
        <translation>◐ %1 não respondeu</translation>
    </message>
    <message>
        <source>%1 was not called yet</source>
        <translation>%1 ainda não foi chamado</translation>
    </message>
</context>
<context>
    <name>ponte::ui::HelpPage</name>
    <message>
        <source>Help</source>
        <translation>Ajuda</translation>
    </message>
    <message>
        <source>Bac&amp;k</source>
        <translation>&amp;Voltar</translation>
    </message>
    <message>
        <source>Co&amp;ntents</source>
        <translation>C&amp;onteúdo</translation>
    </message>
</context>
<context>
    <name>ponte::ui::HistoryDialog</name>
    <message>
        <source>&amp;Take the old value back</source>
        <translation>&amp;Restaurar o valor anterior</translation>
    </message>
    <message>
        <source>History of the parameters</source>
        <translation>Histórico dos parâmetros</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quem</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parâmetro</translation>
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
        <translation>Depois</translation>
    </message>
    <message>
        <source>Changes of the parameters, newest first</source>
        <translation>Alterações dos parâmetros, da mais nova à mais antiga</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lendo…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fechar</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>alterado</translation>
    </message>
    <message>
        <source>(not set)</source>
        <translation>(não definido)</translation>
    </message>
    <message>
        <source>Nothing was changed yet.</source>
        <translation>Nada foi alterado ainda.</translation>
    </message>
    <message>
        <source>Newest first. Of tokens and passwords only the fact is kept.</source>
        <translation>Da mais nova à mais antiga. De tokens e senhas guarda-se apenas o fato.</translation>
    </message>
    <message>
        <source>all companies</source>
        <translation>todas as coligadas</translation>
    </message>
    <message>
        <source>company %1</source>
        <translation>coligada %1</translation>
    </message>
    <message>
        <source>company %1, level %2</source>
        <translation>coligada %1, nível %2</translation>
    </message>
</context>
<context>
    <name>ponte::ui::HourChart</name>
    <message>
        <source>%1 to %2: %3 created, %4 of them in error now</source>
        <translation>%1 a %2: %3 criados, %4 deles em erro agora</translation>
    </message>
    <message>
        <source>Records created in the last 24 hours, by hour</source>
        <translation>Registros criados nas últimas 24 horas, por hora</translation>
    </message>
    <message>
        <source>%1 created, %2 of them in error now</source>
        <translation>%1 criados, %2 deles em erro agora</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ItemPanel</name>
    <message>
        <source>Log Item</source>
        <translation>Item de Log</translation>
    </message>
    <message>
        <source>Choose a record above.</source>
        <translation>Escolha um registro acima.</translation>
    </message>
    <message>
        <source>Items of the log record</source>
        <translation>Itens do registro de log</translation>
    </message>
    <message>
        <source>Close Log Item</source>
        <translation>Fechar Item de Log</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>Venda</translation>
    </message>
    <message>
        <source>Hide personal data</source>
        <translation>Ocultar dados pessoais</translation>
    </message>
    <message>
        <source>Show personal data…</source>
        <translation>Mostrar dados pessoais…</translation>
    </message>
    <message>
        <source>Asks for a reason, which is kept in the audit</source>
        <translation>Pede um motivo, que fica na auditoria</translation>
    </message>
    <message>
        <source>Data sent</source>
        <translation>Dados Enviados</translation>
    </message>
    <message>
        <source>Data received</source>
        <translation>Dados Recebidos</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Detalhe</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferença</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Por quê?</translation>
    </message>
</context>
<context>
    <name>ponte::ui::KeyCard</name>
    <message>
        <source>Keys of the monitor</source>
        <translation>Teclas do monitor</translation>
    </message>
    <message>
        <source>Next record, the one before</source>
        <translation>Próximo registro, o anterior</translation>
    </message>
    <message>
        <source>Open the attempts of the record</source>
        <translation>Abrir as tentativas do registro</translation>
    </message>
    <message>
        <source>Back to the records; once more closes the attempts</source>
        <translation>Voltar aos registros; mais uma vez fecha as tentativas</translation>
    </message>
    <message>
        <source>Why? What happened, and what comes next</source>
        <translation>Por quê? O que houve, e o que vem depois</translation>
    </message>
    <message>
        <source>Compare attempts</source>
        <translation>Comparar tentativas</translation>
    </message>
    <message>
        <source>Reprocess: shows the plan first</source>
        <translation>Reprocessar: mostra antes o plano</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Procurar</translation>
    </message>
    <message>
        <source>Search the data sent and received</source>
        <translation>Procurar nos dados enviados/recebidos</translation>
    </message>
    <message>
        <source>Choose all rows; then all that match</source>
        <translation>Escolher todas as linhas; depois todos os que correspondem</translation>
    </message>
    <message>
        <source>Copy the chosen rows for a spreadsheet</source>
        <translation>Copiar as linhas escolhidas para uma planilha</translation>
    </message>
    <message>
        <source>All commands; a link pasted there opens its view</source>
        <translation>Todos os comandos; um link colado ali abre sua visão</translation>
    </message>
    <message>
        <source>Read anew</source>
        <translation>Ler de novo</translation>
    </message>
    <message>
        <source>This card</source>
        <translation>Este cartão</translation>
    </message>
</context>
<context>
    <name>ponte::ui::LogArrangement</name>
    <message>
        <source>Usual columns and widths</source>
        <translation>Colunas e larguras usuais</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colunas</translation>
    </message>
</context>
<context>
    <name>ponte::ui::LogModel</name>
    <message>
        <source>%1, in reprocess. %2</source>
        <translation>%1, em reprocessamento. %2</translation>
    </message>
    <message>
        <source>In reprocess</source>
        <translation>Reprocessando</translation>
    </message>
</context>
<context>
    <name>ponte::ui::LoginPage</name>
    <message>
        <source>Who works here?</source>
        <translation>Quem trabalha aqui?</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Senha</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>No&amp;me</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Sen&amp;ha</translation>
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
            <numerusform>%n linha</numerusform>
            <numerusform>%n linhas</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the enrolment statuses from RM</source>
        <translation>Leitura das situações de matrícula do RM</translation>
    </message>
    <message>
        <source>Reading the users from RM</source>
        <translation>Leitura dos usuários do RM</translation>
    </message>
    <message>
        <source>Reading the lists from RM</source>
        <translation>Leitura das listas do RM</translation>
    </message>
</context>
<context>
    <name>ponte::ui::MailFields</name>
    <message>
        <source>Enter the e-mail address that the messages come from, such as ponte@school.example.</source>
        <translation>Informe o endereço de e-mail de onde as mensagens saem, como ponte@escola.example.</translation>
    </message>
    <message>
        <source>&amp;Encryption</source>
        <translation>Cri&amp;ptografia</translation>
    </message>
    <message>
        <source>TLS from the first byte (smtps)</source>
        <translation>TLS desde o primeiro byte (smtps)</translation>
    </message>
    <message>
        <source>TLS after the greeting (STARTTLS)</source>
        <translation>TLS depois da saudação (STARTTLS)</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>P&amp;orta</translation>
    </message>
    <message>
        <source>Sende&amp;r</source>
        <translation>&amp;Remetente</translation>
    </message>
    <message>
        <source>Certificate authority (&amp;file)</source>
        <translation>Autoridade certificadora (ar&amp;quivo)</translation>
    </message>
    <message>
        <source>those that the system trusts</source>
        <translation>aquelas em que o sistema confia</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Criptografia</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Porta</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Remetente</translation>
    </message>
    <message>
        <source>Certificate authority (file)</source>
        <translation>Autoridade certificadora (arquivo)</translation>
    </message>
</context>
<context>
    <name>ponte::ui::MainMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Arquivo</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Sair</translation>
    </message>
    <message>
        <source>&amp;Go to</source>
        <translation>I&amp;r para</translation>
    </message>
    <message>
        <source>&amp;Processes</source>
        <translation>&amp;Processos</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Exibir</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Atualizar</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;juda</translation>
    </message>
    <message>
        <source>&amp;Help for this page</source>
        <translation>&amp;Ajuda desta página</translation>
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
        <translation>Como o &amp;sistema</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Claro</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Escuro</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>Menus</translation>
    </message>
    <message>
        <source>&amp;Database…</source>
        <translation>&amp;Banco de dados…</translation>
    </message>
    <message>
        <source>A&amp;bout Ponte</source>
        <translation>&amp;Sobre o Ponte</translation>
    </message>
</context>
<context>
    <name>ponte::ui::MainWindow</name>
    <message>
        <source>Opening the database…</source>
        <translation>Abrindo o banco de dados…</translation>
    </message>
    <message>
        <source>The database could not be opened</source>
        <translation>O banco de dados não pôde ser aberto</translation>
    </message>
    <message>
        <source>About Ponte</source>
        <translation>Sobre o Ponte</translation>
    </message>
    <message>
        <source>Ponte %1
Desktop console for integrations around TOTVS Educacional.
Apache License 2.0</source>
        <translation>Ponte %1
Console de integrações ao redor do TOTVS Educacional.
Licença Apache 2.0</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lugares</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;Tentar de novo</translation>
    </message>
    <message>
        <source>Choose another &amp;database</source>
        <translation>Escolher outro &amp;banco</translation>
    </message>
</context>
<context>
    <name>ponte::ui::MonitorPage</name>
    <message>
        <source>Log Monitor</source>
        <translation>Monitor de Log</translation>
    </message>
    <message>
        <source>Reading the log…</source>
        <translation>Lendo o log…</translation>
    </message>
    <message>
        <source>The log could not be read</source>
        <translation>O log não pôde ser lido</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Nothing in the log yet</source>
        <translation>Ainda não há nada no log</translation>
    </message>
    <message>
        <source>Records appear here by themselves as soon as the first sale arrives.</source>
        <translation>Os registros aparecem aqui por si mesmos assim que a primeira venda chegar.</translation>
    </message>
    <message>
        <source>No record matches</source>
        <translation>Nenhum registro encontrado</translation>
    </message>
    <message>
        <source>No record of the chosen company and level matches all filters.</source>
        <translation>Nenhum registro da coligada e do nível escolhidos atende a todos os filtros.</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Limpar todos os filtros</translation>
    </message>
    <message>
        <source>The log could not be read again; what is shown may be out of date. %1</source>
        <translation>O log não pôde ser lido de novo; o que se vê pode estar desatualizado. %1</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Pesquisando…</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>mais de %1</translation>
    </message>
    <message>
        <source>%1 of %2 · %3 · %4</source>
        <translation>%1 de %2 · %3 · %4</translation>
    </message>
    <message numerus="yes">
        <source>More than %n new</source>
        <translation>
            <numerusform>Mais de %n novo</numerusform>
            <numerusform>Mais de %n novos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n novo</numerusform>
            <numerusform>%n novos</numerusform>
        </translation>
    </message>
    <message>
        <source>The rows could not be copied. %1</source>
        <translation>As linhas não puderam ser copiadas. %1</translation>
    </message>
    <message>
        <source>Copied: the first %1 of %2 rows.</source>
        <translation>Copiadas: as primeiras %1 de %2 linhas.</translation>
    </message>
    <message>
        <source>Log records</source>
        <translation>Registros de log</translation>
    </message>
    <message>
        <source>Show the new records at the top</source>
        <translation>Mostrar os registros novos no topo</translation>
    </message>
    <message>
        <source>Send the notice again</source>
        <translation>Reenviar o retorno</translation>
    </message>
    <message>
        <source>The selected records could not be read. %1</source>
        <translation>Não foi possível ler os registros selecionados. %1</translation>
    </message>
    <message numerus="yes">
        <source>%n notice(s) are being sent again; nothing else is repeated.</source>
        <translation>
            <numerusform>%n retorno está sendo reenviado; nada mais é repetido.</numerusform>
            <numerusform>%n retornos estão sendo reenviados; nada mais é repetido.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>Não reenviados: %1</translation>
    </message>
    <message>
        <source>&amp;Reprocess data…</source>
        <translation>&amp;Reprocessamento de Dados…</translation>
    </message>
    <message>
        <source>Re&amp;processes…</source>
        <translation>&amp;Todos os reprocessamentos…</translation>
    </message>
    <message>
        <source>Copy the &amp;link to this view</source>
        <translation>Copiar o &amp;link desta visão</translation>
    </message>
    <message>
        <source>&amp;Why?</source>
        <translation>&amp;Por quê?</translation>
    </message>
    <message>
        <source>&amp;Compare attempts</source>
        <translation>&amp;Comparar tentativas</translation>
    </message>
    <message>
        <source>&amp;Search the data sent and received…</source>
        <translation>Procurar nos &amp;dados enviados/recebidos…</translation>
    </message>
    <message>
        <source>&amp;Keys of the monitor</source>
        <translation>&amp;Teclas do monitor</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colunas</translation>
    </message>
    <message>
        <source>· all that match are chosen (%1)</source>
        <translation>· todos os que correspondem estão escolhidos (%1)</translation>
    </message>
    <message>
        <source>· %1 chosen</source>
        <translation>· %1 escolhidos</translation>
    </message>
    <message>
        <source>Choose all that match (%1)</source>
        <translation>Escolher todos os que correspondem (%1)</translation>
    </message>
    <message>
        <source>You may not see these records</source>
        <translation>Você não pode ver estes registros</translation>
    </message>
    <message>
        <source>%1 Choose a company above whose log you may see.</source>
        <translation>%1 Escolha acima uma coligada cujo log você pode ver.</translation>
    </message>
    <message>
        <source>Searched: %1.</source>
        <translation>Procurado: %1.</translation>
    </message>
    <message>
        <source>Search all time</source>
        <translation>Procurar em todo o período</translation>
    </message>
    <message>
        <source>Show all companies</source>
        <translation>Mostrar todas as coligadas</translation>
    </message>
    <message>
        <source>The view “%1” was saved by a newer Ponte and cannot be shown.</source>
        <translation>A visão “%1” foi salva por um Ponte mais novo e não pode ser mostrada.</translation>
    </message>
    <message>
        <source>This link cannot be understood: %1</source>
        <translation>Este link não pode ser entendido: %1</translation>
    </message>
    <message>
        <source>The link to this view was copied. It opens by being pasted into the commands (Ctrl+K).</source>
        <translation>O link desta visão foi copiado. Ele abre ao ser colado nos comandos (Ctrl+K).</translation>
    </message>
    <message>
        <source>Group by error</source>
        <translation>Agrupar por erro</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportar…</translation>
    </message>
    <message>
        <source>More than %1 records cannot be chosen one by one. Choose fewer, or press Ctrl+A and choose all that match.</source>
        <translation>Mais de %1 registros não podem ser escolhidos um a um. Escolha menos, ou tecle Ctrl+A e escolha todos os que correspondem.</translation>
    </message>
    <message>
        <source>Show all levels</source>
        <translation>Mostrar todos os níveis</translation>
    </message>
</context>
<context>
    <name>ponte::ui::OverviewCards</name>
    <message>
        <source>up to 1 hour</source>
        <translation>até 1 hora</translation>
    </message>
    <message>
        <source>up to 1 day</source>
        <translation>até 1 dia</translation>
    </message>
    <message>
        <source>up to 7 days</source>
        <translation>até 7 dias</translation>
    </message>
    <message>
        <source>older</source>
        <translation>mais antigos</translation>
    </message>
    <message>
        <source>%1 waiting, %2</source>
        <translation>%1 aguardando, %2</translation>
    </message>
    <message>
        <source>Shows these records in the monitor</source>
        <translation>Mostra estes registros no monitor</translation>
    </message>
    <message>
        <source>None: no record is one automatic attempt away from being cancelled.</source>
        <translation>Nenhum: nenhum registro está a uma tentativa automática de ser cancelado.</translation>
    </message>
    <message>
        <source>company %1: the attempt %2 is the last</source>
        <translation>coligada %1: a tentativa %2 é a última</translation>
    </message>
    <message>
        <source>the next automatic attempt (%1) is the last</source>
        <translation>a próxima tentativa automática (%1) é a última</translation>
    </message>
    <message>
        <source>%1 at risk, %2</source>
        <translation>%1 em risco, %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more compan(y/ies): choose one above</source>
        <translation>
            <numerusform>e mais %n coligada: escolha uma acima</numerusform>
            <numerusform>e mais %n coligadas: escolha uma acima</numerusform>
        </translation>
    </message>
    <message>
        <source>not called yet</source>
        <translation>ainda não foi chamado</translation>
    </message>
    <message>
        <source>refuses the credentials; nothing is sent. %1</source>
        <translation>recusa as credenciais; nada é enviado. %1</translation>
    </message>
    <message>
        <source>paused until %1. %2</source>
        <translation>em pausa até %1. %2</translation>
    </message>
    <message>
        <source>answered %1</source>
        <translation>respondeu %1</translation>
    </message>
    <message>
        <source>works</source>
        <translation>funciona</translation>
    </message>
    <message>
        <source>has not answered yet. %1</source>
        <translation>ainda não respondeu. %1</translation>
    </message>
    <message numerus="yes">
        <source>%n program(s) at work</source>
        <translation>
            <numerusform>%n programa em trabalho</numerusform>
            <numerusform>%n programas em trabalho</numerusform>
        </translation>
    </message>
    <message>
        <source>none: nothing is sent and no schedule runs</source>
        <translation>nenhum: nada é enviado e nenhum agendamento roda</translation>
    </message>
    <message>
        <source>Waiting, by age</source>
        <translation>Aguardando, por idade</translation>
    </message>
    <message>
        <source>In error or pending, and may be run again</source>
        <translation>Em erro ou pendentes, e podem ser reprocessados</translation>
    </message>
    <message>
        <source>At risk of being cancelled</source>
        <translation>Em risco de cancelamento</translation>
    </message>
    <message>
        <source>Outside systems</source>
        <translation>Sistemas externos</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Executores</translation>
    </message>
</context>
<context>
    <name>ponte::ui::OverviewModel</name>
    <message>
        <source>All companies</source>
        <translation>Todas as coligadas</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>mais de %1</translation>
    </message>
    <message>
        <source>Enter or double click shows these records in the monitor</source>
        <translation>Enter ou clique duplo mostra estes registros no monitor</translation>
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
        <translation>Visão geral</translation>
    </message>
    <message>
        <source>The numbers could not be read. %1</source>
        <translation>Os números não puderam ser lidos. %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Log records by company and status</source>
        <translation>Registros de log por coligada e status</translation>
    </message>
    <message>
        <source>Of the company and level chosen above. Enter or double click on a number, or a click on a link or bar, shows exactly those records.</source>
        <translation>Da coligada e do nível escolhidos acima. Enter ou clique duplo em um número, ou um clique em um link ou barra, mostra exatamente esses registros.</translation>
    </message>
    <message>
        <source>Created per hour, last 24 hours; hatched: in error now</source>
        <translation>Criados por hora, últimas 24 horas; hachurado: em erro agora</translation>
    </message>
    <message>
        <source>Log records by functionality and status</source>
        <translation>Registros do log por funcionalidade e status</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ParameterActions</name>
    <message>
        <source>More to do with the parameters</source>
        <translation>Mais a fazer com os parâmetros</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Histórico…</translation>
    </message>
    <message>
        <source>&amp;Export to a file…</source>
        <translation>&amp;Exportar para um arquivo…</translation>
    </message>
    <message>
        <source>&amp;Import from a file…</source>
        <translation>&amp;Importar de um arquivo…</translation>
    </message>
    <message>
        <source>Export the parameters</source>
        <translation>Exportar os parâmetros</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2</source>
        <translation>O arquivo %1 não pode ser gravado: %2</translation>
    </message>
    <message>
        <source>The parameters stand in %1, without tokens and passwords.</source>
        <translation>Os parâmetros estão em %1, sem tokens nem senhas.</translation>
    </message>
    <message>
        <source>Import parameters</source>
        <translation>Importar parâmetros</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2</source>
        <translation>O arquivo %1 não pode ser lido: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) read from the file; look at them and save.</source>
        <translation>
            <numerusform>%n valor lido do arquivo; confira e salve.</numerusform>
            <numerusform>%n valores lidos do arquivo; confira e salve.</numerusform>
        </translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mais</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ParameterTab</name>
    <message>
        <source>Another field of this tab has the same value.</source>
        <translation>Outro campo desta aba tem o mesmo valor.</translation>
    </message>
    <message>
        <source>The address is set, this is not: calls will be refused.</source>
        <translation>O endereço está definido, isto não: as chamadas serão recusadas.</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ParametersPage</name>
    <message>
        <source>Parameters</source>
        <translation>Parâmetros</translation>
    </message>
    <message>
        <source>Nothing was saved: someone else changed the same meanwhile: %1. What you typed is still here; saving again replaces the other&apos;s values.</source>
        <translation>Nada foi salvo: nesse meio tempo outra pessoa alterou o mesmo: %1. O que você digitou continua aqui; salvar de novo substitui os valores da outra pessoa.</translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation>Salvar assim mesmo</translation>
    </message>
    <message>
        <source>The parameters could not be read</source>
        <translation>Os parâmetros não puderam ser lidos</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Reading the parameters…</source>
        <translation>Lendo os parâmetros…</translation>
    </message>
    <message>
        <source>You may look at the parameters, but not change them.</source>
        <translation>Você pode ver os parâmetros, mas não alterá-los.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Salvando…</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not saved</source>
        <translation>
            <numerusform>%n alteração não salva</numerusform>
            <numerusform>%n alterações não salvas</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>Tudo está salvo</translation>
    </message>
    <message>
        <source>Nothing was saved. %1</source>
        <translation>Nada foi salvo. %1</translation>
    </message>
    <message>
        <source>The parameters have changes that are not saved.</source>
        <translation>Os parâmetros têm alterações não salvas.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Salvar</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Desfazer</translation>
    </message>
    <message>
        <source>Touches from the next attempt on: %1 record(s) in error or pending, %2 schedule(s).</source>
        <translation>Afeta a partir da próxima tentativa: %1 registro(s) com Erro ou Pendente, %2 agendamento(s).</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>mais de %1</translation>
    </message>
</context>
<context>
    <name>ponte::ui::PayloadHits</name>
    <message>
        <source>Sent and received</source>
        <translation>Enviados e recebidos</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviados</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Recebidos</translation>
    </message>
    <message>
        <source>Log id</source>
        <translation>Id Log</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Tentativa</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Data de Criação</translation>
    </message>
    <message>
        <source>Found in</source>
        <translation>Encontrado em</translation>
    </message>
    <message>
        <source>Text around it</source>
        <translation>Texto ao redor</translation>
    </message>
</context>
<context>
    <name>ponte::ui::PayloadOptions</name>
    <message>
        <source>As stored, without indentation</source>
        <translation>Como foi gravado, sem recuo</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Quebrar linhas longas</translation>
    </message>
    <message>
        <source>Line numbers</source>
        <translation>Números das linhas</translation>
    </message>
</context>
<context>
    <name>ponte::ui::PayloadSearchPanel</name>
    <message>
        <source>Search in the data sent and received</source>
        <translation>Busca nos dados enviados e recebidos</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n ocorrência</numerusform>
            <numerusform>%n ocorrências</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 attempts searched</source>
        <translation>%1 de %2 tentativas procuradas</translation>
    </message>
    <message>
        <source>%1 attempts searched</source>
        <translation>%1 tentativas procuradas</translation>
    </message>
    <message>
        <source>%1, back to %2</source>
        <translation>%1, até %2</translation>
    </message>
    <message>
        <source>The search ended early. %1</source>
        <translation>A busca terminou antes do fim. %1</translation>
    </message>
    <message>
        <source>Looks in what was sent and received for the records that the filters choose, newest first. It may take minutes, and goes on while you work elsewhere.</source>
        <translation>Procura no que foi enviado e recebido dos registros que os filtros escolhem, do mais novo ao mais antigo. Pode levar minutos, e continua enquanto você trabalha em outro lugar.</translation>
    </message>
    <message>
        <source>Everything was searched. %1</source>
        <translation>Tudo foi procurado. %1</translation>
    </message>
    <message>
        <source>Stopped; what is older was not searched. %1</source>
        <translation>Interrompida; o que é mais antigo não foi procurado. %1</translation>
    </message>
    <message>
        <source>So many hits that the search stopped; what is older was not searched. %1</source>
        <translation>Tantas ocorrências que a busca parou; o que é mais antigo não foi procurado. %1</translation>
    </message>
    <message>
        <source>Search the data sent and received</source>
        <translation>Procurar nos dados enviados/recebidos</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fechar (Esc)</translation>
    </message>
    <message>
        <source>Close the search of sent and received data</source>
        <translation>Fechar a busca nos dados enviados e recebidos</translation>
    </message>
    <message>
        <source>Text in the data</source>
        <translation>Texto nos dados</translation>
    </message>
    <message>
        <source>Text in the data sent and received</source>
        <translation>Texto nos dados enviados e recebidos</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Parar</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Procurar</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Ocorrências</translation>
    </message>
</context>
<context>
    <name>ponte::ui::PayloadView</name>
    <message>
        <source>The data could not be read</source>
        <translation>Os dados não puderam ser lidos</translation>
    </message>
    <message>
        <source>Choose an item to see what was sent and received.</source>
        <translation>Escolha um item para ver o que foi enviado e recebido.</translation>
    </message>
    <message>
        <source>Nothing was stored here.</source>
        <translation>Nada foi guardado aqui.</translation>
    </message>
    <message>
        <source>Copy everything</source>
        <translation>Copiar tudo</translation>
    </message>
    <message>
        <source>Several calls</source>
        <translation>Várias chamadas</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Reading the data…</source>
        <translation>Lendo os dados…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>The beginning is shown; the rest is being read…</source>
        <translation>O início já aparece; o restante está sendo lido…</translation>
    </message>
    <message>
        <source>line %1, character %2</source>
        <translation>linha %1, caractere %2</translation>
    </message>
    <message>
        <source>One of these documents is broken and is shown as it is.</source>
        <translation>Um destes documentos está quebrado e aparece como está.</translation>
    </message>
    <message>
        <source>This %1 ends before it is complete. It is shown as it was stored.</source>
        <translation>Este %1 termina antes de estar completo. Ele aparece como foi gravado.</translation>
    </message>
    <message>
        <source>This is no valid %1: in %2 a tag ends what was not begun. It is shown as it was stored.</source>
        <translation>Este %1 não é válido: na %2 uma tag encerra o que não foi aberto. Ele aparece como foi gravado.</translation>
    </message>
    <message>
        <source>This %1 would have too many lines. It is shown as it was stored.</source>
        <translation>Este %1 teria linhas demais. Ele aparece como foi gravado.</translation>
    </message>
    <message>
        <source>This is no valid %1 from %2 on. It is shown as it was stored.</source>
        <translation>Este %1 não é válido a partir da %2. Ele aparece como foi gravado.</translation>
    </message>
    <message>
        <source>%1 levels deep: from level %2 on lines are not indented any further.</source>
        <translation>%1 níveis de profundidade: a partir do nível %2 o recuo não aumenta mais.</translation>
    </message>
    <message>
        <source>Find (Ctrl+F)</source>
        <translation>Localizar (Ctrl+F)</translation>
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
        <translation>Copiar cam&amp;inho</translation>
    </message>
    <message>
        <source>&amp;Fold</source>
        <translation>&amp;Recolher</translation>
    </message>
    <message>
        <source>&amp;Unfold</source>
        <translation>&amp;Expandir</translation>
    </message>
    <message>
        <source>Fold &amp;all</source>
        <translation>Recolher &amp;tudo</translation>
    </message>
    <message>
        <source>Unfold a&amp;ll</source>
        <translation>Expandir t&amp;udo</translation>
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
            <numerusform>%Ln linha</numerusform>
            <numerusform>%Ln linhas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln control character(s) stand in this text, as in binary data; each is shown by a symbol.</source>
        <translation>
            <numerusform>Há %Ln caractere de controle neste texto, como em dados binários; ele aparece como símbolo.</numerusform>
            <numerusform>Há %Ln caracteres de controle neste texto, como em dados binários; cada um aparece como símbolo.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) arrived as bytes that are no UTF-8; each is shown as “�”.</source>
        <translation>
            <numerusform>%Ln caractere chegou em bytes que não são UTF-8; ele aparece como “�”.</numerusform>
            <numerusform>%Ln caracteres chegaram em bytes que não são UTF-8; cada um aparece como “�”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ponte::ui::PeopleTab</name>
    <message>
        <source>%1 may work here again.</source>
        <translation>%1 pode trabalhar aqui de novo.</translation>
    </message>
    <message>
        <source>%1 may no longer work here.</source>
        <translation>%1 não pode mais trabalhar aqui.</translation>
    </message>
    <message>
        <source>may work</source>
        <translation>pode trabalhar</translation>
    </message>
    <message>
        <source>disabled on %1</source>
        <translation>desativado em %1</translation>
    </message>
    <message>
        <source>locked until %1</source>
        <translation>bloqueado até %1</translation>
    </message>
    <message>
        <source>%1 was changed.</source>
        <translation>%1 foi alterado.</translation>
    </message>
    <message>
        <source>%1 may work here now. Who starts the program from now on has to log in.</source>
        <translation>%1 pode trabalhar aqui agora. Quem iniciar o programa a partir de agora precisa se identificar.</translation>
    </message>
    <message>
        <source>While nobody is listed, whoever opens the database may do everything. The first person needs a profile that administers.</source>
        <translation>Enquanto não houver ninguém na lista, quem abre o banco de dados pode tudo. A primeira pessoa precisa de um perfil que administre.</translation>
    </message>
    <message>
        <source>On PostgreSQL a person is the database role of that name.</source>
        <translation>No PostgreSQL uma pessoa é o papel do banco de dados com esse nome.</translation>
    </message>
    <message>
        <source>Name of the person</source>
        <translation>Nome da pessoa</translation>
    </message>
    <message>
        <source>Password of the person</source>
        <translation>Senha da pessoa</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>mantida</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Perfis</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Salvar</translation>
    </message>
    <message>
        <source>&amp;Disable</source>
        <translation>&amp;Desativar</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Pessoas</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Criado em</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>No&amp;me</translation>
    </message>
    <message>
        <source>Pass&amp;word</source>
        <translation>Sen&amp;ha</translation>
    </message>
    <message>
        <source>A&amp;dd person</source>
        <translation>A&amp;dicionar pessoa</translation>
    </message>
    <message>
        <source>E&amp;nable</source>
        <translation>Rea&amp;tivar</translation>
    </message>
    <message>
        <source>Nobody yet.</source>
        <translation>Ninguém ainda.</translation>
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
        <translation>De</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Até</translation>
    </message>
</context>
<context>
    <name>ponte::ui::PlanOptions</name>
    <message>
        <source>Only the &amp;first:</source>
        <translation>Somente os &amp;primeiros:</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todos</translation>
    </message>
    <message>
        <source>Only the first records</source>
        <translation>Somente os primeiros registros</translation>
    </message>
    <message>
        <source>The oldest ones by log id; 0 means all of them.</source>
        <translation>Os mais antigos por Id Log; 0 significa todos.</translation>
    </message>
    <message>
        <source>At most &amp;per second:</source>
        <translation>No &amp;máximo por segundo:</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sem limite</translation>
    </message>
    <message>
        <source>At most so many records per second</source>
        <translation>No máximo tantos registros por segundo</translation>
    </message>
    <message>
        <source>Over all programs together; 0 means no limit.</source>
        <translation>Somando todos os programas; 0 significa sem limite.</translation>
    </message>
    <message>
        <source>A few records firs&amp;t</source>
        <translation>&amp;Alguns registros primeiro</translation>
    </message>
    <message>
        <source>Five records go first, then ten times as many each time. It pauses by itself when none of the first ones gets an answer.</source>
        <translation>Cinco registros vão primeiro, depois dez vezes mais a cada vez. Pausa sozinho quando nenhum dos primeiros recebe resposta.</translation>
    </message>
    <message>
        <source>Count automatic &amp;attempts anew</source>
        <translation>R&amp;einiciar tentativas automáticas</translation>
    </message>
    <message>
        <source>The count goes back to zero, so that a record that fails again is resent automatically: also one that is Cancelled now.</source>
        <translation>A contagem volta a zero, e um registro que falhar de novo será reenviado automaticamente: também um que agora está Cancelado.</translation>
    </message>
</context>
<context>
    <name>ponte::ui::PlanPanel</name>
    <message>
        <source>The records of the plan could not be read. %1</source>
        <translation>Não foi possível ler os registros do plano. %1</translation>
    </message>
    <message>
        <source>The split of the plan could not be read. %1</source>
        <translation>Não foi possível ler a divisão do plano. %1</translation>
    </message>
    <message>
        <source>Nothing to reprocess</source>
        <translation>Nada a reprocessar</translation>
    </message>
    <message>
        <source>%1 included · %2 left out</source>
        <translation>%1 incluídos · %2 deixados de fora</translation>
    </message>
    <message>
        <source>Nothing that may run again is in Error or Pending among what was chosen.</source>
        <translation>Entre o que foi escolhido, nada que possa ser reprocessado está em Erro ou Pendente.</translation>
    </message>
    <message>
        <source>What would be reprocessed</source>
        <translation>O que seria reprocessado</translation>
    </message>
    <message>
        <source>Nothing runs before you confirm.</source>
        <translation>Nada é executado antes de você confirmar.</translation>
    </message>
    <message>
        <source>Making the plan…</source>
        <translation>Montando o plano…</translation>
    </message>
    <message>
        <source>This cannot be reprocessed</source>
        <translation>Isto não pode ser reprocessado</translation>
    </message>
    <message>
        <source>The plan could not be made</source>
        <translation>Não foi possível montar o plano</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar novamente</translation>
    </message>
    <message>
        <source>&amp;Yes, I mean all %1 records</source>
        <translation>Sim, quero dizer todos os %1 re&amp;gistros</translation>
    </message>
    <message>
        <source>&amp;Reprocess 1 record</source>
        <translation>&amp;Reprocessar 1 registro</translation>
    </message>
    <message>
        <source>&amp;Reprocess %1 records</source>
        <translation>&amp;Reprocessar %1 registros</translation>
    </message>
    <message>
        <source>&amp;Reprocess</source>
        <translation>&amp;Reprocessar</translation>
    </message>
    <message>
        <source>Confirming…</source>
        <translation>Confirmando…</translation>
    </message>
    <message>
        <source>A manual run: it ignores the maximum of attempts and does not count as one.</source>
        <translation>Execução manual: ignora o máximo de tentativas e não conta como uma.</translation>
    </message>
    <message>
        <source>Nothing was started: the plan is no longer there. %1</source>
        <translation>Nada foi iniciado: o plano não existe mais. %1</translation>
    </message>
    <message>
        <source>Make a new plan</source>
        <translation>Montar outro plano</translation>
    </message>
    <message>
        <source>The connection was lost while confirming. Confirming again is safe: it stays one reprocess. %1</source>
        <translation>A conexão caiu durante a confirmação. Confirmar de novo é seguro: continua sendo um só reprocessamento. %1</translation>
    </message>
    <message>
        <source>Confirm again</source>
        <translation>Confirmar de novo</translation>
    </message>
    <message>
        <source>Nothing was started. %1</source>
        <translation>Nada foi iniciado. %1</translation>
    </message>
    <message>
        <source>Split of the plan</source>
        <translation>Divisão do plano</translation>
    </message>
    <message>
        <source>Records of the plan</source>
        <translation>Registros do plano</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fechar</translation>
    </message>
</context>
<context>
    <name>ponte::ui::PlanScope</name>
    <message numerus="yes">
        <source>The %n &amp;selected record(s)</source>
        <translation>
            <numerusform>O registro &amp;selecionado</numerusform>
            <numerusform>Os %n registros &amp;selecionados</numerusform>
        </translation>
    </message>
    <message>
        <source>All that the filter of the &amp;monitor matches and that may run again</source>
        <translation>Tudo o que o fil&amp;tro do monitor encontra e que pode ser reprocessado</translation>
    </message>
    <message>
        <source>all companies</source>
        <translation>todas as coligadas</translation>
    </message>
    <message>
        <source>&amp;Everything in Error or Pending of %1</source>
        <translation>Tudo em Erro ou Pen&amp;dente de %1</translation>
    </message>
    <message>
        <source>Everything in Error or Pending of %1</source>
        <translation>Tudo em Erro ou Pendente de %1</translation>
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
        <translation>Status</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Coligada</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nível</translation>
    </message>
    <message>
        <source>Split by</source>
        <translation>Divisão</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Included</source>
        <translation>Incluídos</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>De fora</translation>
    </message>
    <message>
        <source>Error signature</source>
        <translation>Assinatura do erro</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nenhuma</translation>
    </message>
</context>
<context>
    <name>ponte::ui::PreviewPanel</name>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>There is no preview</source>
        <translation>Não há prévia</translation>
    </message>
    <message>
        <source>Reading the first rows…</source>
        <translation>Lendo as primeiras linhas…</translation>
    </message>
    <message>
        <source>Nothing to export</source>
        <translation>Nada a exportar</translation>
    </message>
    <message>
        <source>No record matches this choice.</source>
        <translation>Nenhum registro corresponde a esta escolha.</translation>
    </message>
    <message numerus="yes">
        <source>All %n row(s), as the file will have them</source>
        <translation>
            <numerusform>A única linha, como estará no arquivo</numerusform>
            <numerusform>Todas as %n linhas, como estarão no arquivo</numerusform>
        </translation>
    </message>
    <message>
        <source>The first %1 rows, as the file will have them; %2 records in all</source>
        <translation>As primeiras %1 linhas, como estarão no arquivo; %2 registros ao todo</translation>
    </message>
    <message>
        <source>Preview of the report</source>
        <translation>Prévia do relatório</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ProfilesTab</name>
    <message>
        <source>Loja Click integration | Parameters (see)</source>
        <translation>Integração Loja Click | Parâmetros (ver)</translation>
    </message>
    <message>
        <source>Loja Click integration | Parameters (change)</source>
        <translation>Integração Loja Click | Parâmetros (alterar)</translation>
    </message>
    <message>
        <source>Loja Click integration | Log Monitor</source>
        <translation>Integração Loja Click | Monitor de Log</translation>
    </message>
    <message>
        <source>Personal data unmasked</source>
        <translation>Dados pessoais sem máscara</translation>
    </message>
    <message>
        <source>Processes | Data reprocessing</source>
        <translation>Processos | Reprocessamento de Dados</translation>
    </message>
    <message>
        <source>Schedules (change)</source>
        <translation>Agendamentos (alterar)</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Relatórios</translation>
    </message>
    <message>
        <source>Administration | Connections, companies</source>
        <translation>Administração | Conexões, coligadas</translation>
    </message>
    <message>
        <source>Administration | API clients</source>
        <translation>Administração | Clientes da API</translation>
    </message>
    <message>
        <source>Administration | People, profiles</source>
        <translation>Administração | Pessoas, perfis</translation>
    </message>
    <message>
        <source>%1 releases</source>
        <translation>%1 libera</translation>
    </message>
    <message>
        <source>%1 in company %2</source>
        <translation>%1 na coligada %2</translation>
    </message>
    <message>
        <source>Saved. It counts from the next login on.</source>
        <translation>Salvo. Vale a partir da próxima entrada.</translation>
    </message>
    <message>
        <source>There is a profile of this name already.</source>
        <translation>Já há um perfil com esse nome.</translation>
    </message>
    <message>
        <source>The profile releases nothing yet: tick what it may.</source>
        <translation>O perfil ainda não libera nada: marque o que ele pode.</translation>
    </message>
    <message>
        <source>Remove the profile</source>
        <translation>Remover o perfil</translation>
    </message>
    <message>
        <source>The profile %1 is removed.</source>
        <translation>O perfil %1 será removido.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Remover</translation>
    </message>
    <message>
        <source>%1 is gone.</source>
        <translation>%1 foi removido.</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Perfis</translation>
    </message>
    <message>
        <source>Name of a new profile</source>
        <translation>Nome de um novo perfil</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Salvar</translation>
    </message>
    <message>
        <source>Save what the profile releases</source>
        <translation>Salvar o que o perfil libera</translation>
    </message>
    <message>
        <source>Remove the chosen profile</source>
        <translation>Remover o perfil escolhido</translation>
    </message>
    <message>
        <source>A&amp;dd profile</source>
        <translation>A&amp;dicionar perfil</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>Re&amp;mover…</translation>
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
        <translation>RA ou outra chave</translation>
    </message>
    <message>
        <source>Sale</source>
        <translation>Venda</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Searched as: %1</source>
        <translation>Procurado como: %1</translation>
    </message>
    <message>
        <source>CPF, RA, Log id, sale, text…</source>
        <translation>CPF, RA, Id Log, IdUnico, texto…</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Procurar no log</translation>
    </message>
    <message>
        <source>Looks in log ids, sales, key values and messages (/ or Ctrl+F)</source>
        <translation>Procura em Id Log, vendas, Valores Chave e mensagens (/ ou Ctrl+F)</translation>
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
        <translation>concluindo o arquivo</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 de %2 linhas</translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation>%1 por segundo</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>faltam %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>faltam %1 min</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>Exportar %1</translation>
    </message>
    <message>
        <source>waiting for its turn</source>
        <translation>aguardando a vez</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 linhas</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ReportFields</name>
    <message>
        <source>Everything</source>
        <translation>Tudo</translation>
    </message>
    <message>
        <source>Today so far</source>
        <translation>Hoje até agora</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ontem</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>Últimos 7 dias</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>Últimos 30 dias</translation>
    </message>
    <message>
        <source>This month so far</source>
        <translation>Este mês até agora</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Mês passado</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
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
        <translation>PDF, com totais e gráficos</translation>
    </message>
    <message>
        <source>HTML, in one file</source>
        <translation>HTML, em um arquivo</translation>
    </message>
    <message>
        <source>No file, only the daily summary</source>
        <translation>Sem arquivo, só o resumo diário</translation>
    </message>
    <message>
        <source>/srv/reports, on the machine that runs schedules</source>
        <translation>/srv/relatorios, na máquina que executa os agendamentos</translation>
    </message>
    <message>
        <source>head@school.example, it@school.example</source>
        <translation>direcao@escola.example, ti@escola.example</translation>
    </message>
    <message>
        <source>Tell in the e-mail &amp;what went wrong</source>
        <translation>Contar no e-mail &amp;o que deu errado</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ReportForm</name>
    <message>
        <source>There is nothing to choose from.</source>
        <translation>Não há o que escolher.</translation>
    </message>
    <message>
        <source>Choose at least one column.</source>
        <translation>Escolha pelo menos uma coluna.</translation>
    </message>
    <message>
        <source>There is no time zone &apos;%1&apos;.</source>
        <translation>Não existe o fuso horário &apos;%1&apos;.</translation>
    </message>
    <message>
        <source>Say which file is to be written.</source>
        <translation>Informe o arquivo a gravar.</translation>
    </message>
    <message>
        <source>The file needs its whole path.</source>
        <translation>O arquivo precisa do caminho completo.</translation>
    </message>
    <message>
        <source>report</source>
        <comment>name of a file</comment>
        <translation>relatorio</translation>
    </message>
    <message>
        <source>Each export with personal data is on record.</source>
        <translation>Cada exportação com dados pessoais fica registrada.</translation>
    </message>
    <message>
        <source>You may not see personal data; it is masked.</source>
        <translation>Você não pode ver dados pessoais; eles vão mascarados.</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportar para</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>&amp;Dados</translation>
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
        <translation>Col&amp;unas</translation>
    </message>
    <message>
        <source>La&amp;nguage</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>Fuso h&amp;orário</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>Ar&amp;quivo</translation>
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
        <translation>PDF, com totais e gráficos</translation>
    </message>
    <message>
        <source>HTML, in one file</source>
        <translation>HTML, em um arquivo</translation>
    </message>
    <message>
        <source>Semicolon (;)</source>
        <translation>Ponto e vírgula (;)</translation>
    </message>
    <message>
        <source>Comma (,)</source>
        <translation>Vírgula (,)</translation>
    </message>
    <message>
        <source>Marked as UTF-8 (BOM), for Excel</source>
        <translation>Marcado como UTF-8 (BOM), para o Excel</translation>
    </message>
    <message>
        <source>A &amp;row per execution (log items)</source>
        <translation>Uma &amp;linha por execução (itens de log)</translation>
    </message>
    <message>
        <source>With data sent and received</source>
        <translation>Com dados enviados e recebidos</translation>
    </message>
    <message>
        <source>Show &amp;personal data</source>
        <translation>Mostrar dados pe&amp;ssoais</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Procurar…</translation>
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
        <translation>Relatórios</translation>
    </message>
    <message>
        <source>What the monitor shows</source>
        <translation>O que o Monitor mostra</translation>
    </message>
    <message>
        <source>The whole log</source>
        <translation>Todo o log</translation>
    </message>
    <message>
        <source>All of %1, %2</source>
        <translation>Tudo de %1, %2</translation>
    </message>
    <message>
        <source>All of %1</source>
        <translation>Tudo de %1</translation>
    </message>
    <message>
        <source>View: %1</source>
        <translation>Visão: %1</translation>
    </message>
    <message>
        <source>%1 is done: %2 rows.</source>
        <translation>%1 está pronto: %2 linhas.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>%1 was not exported. %2</source>
        <translation>%1 não foi exportado. %2</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Prévia</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Resumo</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exportações</translation>
    </message>
    <message>
        <source>Views of the report</source>
        <translation>Visões do relatório</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ReprocessDesk</name>
    <message>
        <source>It goes on without this window.</source>
        <translation>Continua sem esta janela.</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ReprocessDialog</name>
    <message>
        <source>Reprocess data</source>
        <translation>Reprocessamento de Dados</translation>
    </message>
</context>
<context>
    <name>ponte::ui::RevealDialog</name>
    <message>
        <source>Show personal data</source>
        <translation>Mostrar dados pessoais</translation>
    </message>
    <message>
        <source>The personal data of log %1 will be readable until you leave this record. Who looked, when and why is kept in the audit.</source>
        <translation>Os dados pessoais do log %1 ficarão legíveis até você sair deste registro. Quem viu, quando e por quê fica na auditoria.</translation>
    </message>
    <message>
        <source>For example: call 4711 of the student, address refused by the ERP</source>
        <translation>Por exemplo: chamado 4711 do aluno, endereço recusado pelo ERP</translation>
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
        <translation>A cada tantos minutos</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Todos os dias</translation>
    </message>
    <message>
        <source>On certain weekdays</source>
        <translation>Em certos dias da semana</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>Uma vez</translation>
    </message>
    <message>
        <source>When it runs</source>
        <translation>Quando executa</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>Minutes between two runs</source>
        <translation>Minutos entre duas execuções</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>at</source>
        <comment>a time of day</comment>
        <translation>às</translation>
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
        <translation>Execuções</translation>
    </message>
    <message>
        <source>Runs of &apos;%1&apos;</source>
        <translation>Execuções de &apos;%1&apos;</translation>
    </message>
    <message>
        <source>The runs could not be read: %1</source>
        <translation>Não foi possível ler as execuções: %1</translation>
    </message>
    <message>
        <source>It has not run yet.</source>
        <translation>Ainda não foi executado.</translation>
    </message>
</context>
<context>
    <name>ponte::ui::RunModel</name>
    <message>
        <source>Running</source>
        <translation>Em execução</translation>
    </message>
    <message>
        <source>by itself</source>
        <translation>automático</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Início</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Fim</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Planejados</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Com sucesso</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Com falha</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ignorados</translation>
    </message>
    <message>
        <source>Not attempted</source>
        <translation>Não tentados</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensagem</translation>
    </message>
</context>
<context>
    <name>ponte::ui::RunPreview</name>
    <message>
        <source>Next runs, in the time of %1:</source>
        <translation>Próximas execuções, no horário de %1:</translation>
    </message>
    <message>
        <source>None: this time has passed.</source>
        <translation>Nenhuma: este horário já passou.</translation>
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
        <translation>%1 (o registro escolhido)</translation>
    </message>
    <message>
        <source>Functionality</source>
        <translation>Funcionalidade</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensagem</translation>
    </message>
    <message>
        <source>Executions</source>
        <translation>Execuções</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Data de Criação</translation>
    </message>
    <message>
        <source>Last changed</source>
        <translation>Data da última alteração</translation>
    </message>
</context>
<context>
    <name>ponte::ui::SaleRecords</name>
    <message>
        <source>Sale %1</source>
        <translation>Venda %1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lendo…</translation>
    </message>
    <message>
        <source>Choose a record to see the others of its sale.</source>
        <translation>Escolha um registro para ver os outros da mesma venda.</translation>
    </message>
    <message>
        <source>The sale could not be read</source>
        <translation>Não foi possível ler a venda</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Records of the sale</source>
        <translation>Registros da venda</translation>
    </message>
    <message>
        <source>Show in the monitor</source>
        <translation>Mostrar no monitor</translation>
    </message>
    <message numerus="yes">
        <source>Sale %1 · %Ln record(s)</source>
        <translation>
            <numerusform>Venda %1 · %Ln registro</numerusform>
            <numerusform>Venda %1 · %Ln registros</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ponte::ui::ScheduleDialog</name>
    <message>
        <source>All levels</source>
        <translation>Todos os níveis</translation>
    </message>
    <message>
        <source>Choose at least one status.</source>
        <translation>Escolha pelo menos um status.</translation>
    </message>
    <message>
        <source>There is no company whose schedules you may change.</source>
        <translation>Não há coligada cujos agendamentos você possa alterar.</translation>
    </message>
    <message>
        <source>Nothing was saved. %1</source>
        <translation>Nada foi salvo. %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar novamente</translation>
    </message>
    <message>
        <source>New schedule</source>
        <translation>Novo agendamento</translation>
    </message>
    <message>
        <source>Change schedule</source>
        <translation>Alterar agendamento</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nome</translation>
    </message>
    <message>
        <source>&amp;Company</source>
        <translation>&amp;Coligada</translation>
    </message>
    <message>
        <source>&amp;Level</source>
        <translation>Ní&amp;vel</translation>
    </message>
    <message>
        <source>Records in</source>
        <translation>Registros em</translation>
    </message>
    <message>
        <source>&amp;Runs</source>
        <translation>&amp;Executa</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>&amp;Fuso horário</translation>
    </message>
    <message>
        <source>Scheduled reprocess</source>
        <translation>Reprocessamento agendado</translation>
    </message>
    <message>
        <source>&amp;On</source>
        <translation>&amp;Ligado</translation>
    </message>
    <message>
        <source>Switched off it keeps everything and runs only when asked to.</source>
        <translation>Desligado, guarda tudo e só executa quando pedido.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Salvar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Scheduled report</source>
        <translation>Relatório agendado</translation>
    </message>
    <message>
        <source>What r&amp;uns</source>
        <translation>O &amp;que executa</translation>
    </message>
    <message>
        <source>&amp;Period</source>
        <translation>&amp;Período</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>For&amp;mato</translation>
    </message>
    <message>
        <source>To fol&amp;der</source>
        <translation>Em p&amp;asta</translation>
    </message>
    <message>
        <source>By &amp;e-mail to</source>
        <translation>Por e-mail pa&amp;ra</translation>
    </message>
    <message>
        <source>Reprocess what is in Error or Pending</source>
        <translation>Reprocessar o que está em Erro ou Pendente</translation>
    </message>
    <message>
        <source>Report, to a folder or by e-mail</source>
        <translation>Relatório, em pasta ou por e-mail</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ScheduleModel</name>
    <message>
        <source>%1 succeeded</source>
        <translation>%1 com sucesso</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 com falha</translation>
    </message>
    <message>
        <source>%1 skipped</source>
        <translation>%1 pulados</translation>
    </message>
    <message>
        <source>%1 not attempted</source>
        <translation>%1 não tentados</translation>
    </message>
    <message>
        <source>nothing to do</source>
        <translation>nada a fazer</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todas</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Em execução</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ligado</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Desligado</translation>
    </message>
    <message>
        <source>none</source>
        <translation>nenhuma</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Coligada</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Próxima execução</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Última execução</translation>
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
        <translation>Agendamentos</translation>
    </message>
    <message>
        <source>The schedules could not be read</source>
        <translation>Não foi possível ler os agendamentos</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar novamente</translation>
    </message>
    <message>
        <source>What is shown may be out of date.</source>
        <translation>O que é mostrado pode estar desatualizado.</translation>
    </message>
    <message>
        <source>Reading the schedules…</source>
        <translation>Lendo os agendamentos…</translation>
    </message>
    <message>
        <source>No schedule yet</source>
        <translation>Ainda não há agendamentos</translation>
    </message>
    <message>
        <source>A schedule runs what is in Error or Pending again by itself, at the times you say.</source>
        <translation>Um agendamento reprocessa sozinho o que está em Erro ou Pendente, nos horários que você disser.</translation>
    </message>
    <message>
        <source>New schedule…</source>
        <translation>Novo agendamento…</translation>
    </message>
    <message>
        <source>Turn o&amp;n</source>
        <translation>&amp;Ligar</translation>
    </message>
    <message>
        <source>Turn o&amp;ff</source>
        <translation>Des&amp;ligar</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was asked to run now: an automatic run, which counts as an attempt. It starts as soon as a program that runs schedules sees it.</source>
        <translation>Foi pedida a execução de &apos;%1&apos; agora: uma execução automática, que conta como tentativa. Começa assim que um programa que executa agendamentos a vir.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was not run.</source>
        <translation>&apos;%1&apos; não foi executado.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was not changed.</source>
        <translation>&apos;%1&apos; não foi alterado.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was removed.</source>
        <translation>&apos;%1&apos; foi removido.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was not removed.</source>
        <translation>&apos;%1&apos; não foi removido.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was not brought back.</source>
        <translation>&apos;%1&apos; não foi trazido de volta.</translation>
    </message>
    <message>
        <source>Ne&amp;w schedule…</source>
        <translation>&amp;Novo agendamento…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>&amp;Alterar…</translation>
    </message>
    <message>
        <source>R&amp;un now</source>
        <translation>&amp;Executar agora</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Remover</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was asked to be written and delivered now. It starts as soon as a program that runs schedules sees it.</source>
        <translation>Foi pedido que &apos;%1&apos; seja gerado e entregue agora. Começa assim que um programa que executa agendamentos o vir.</translation>
    </message>
</context>
<context>
    <name>ponte::ui::ScopeBar</name>
    <message>
        <source>Choose a company and an education level.</source>
        <translation>Escolha uma coligada e um nível de ensino.</translation>
    </message>
    <message>
        <source>Choose a company.</source>
        <translation>Escolha uma coligada.</translation>
    </message>
    <message>
        <source>Global: valid for all companies.</source>
        <translation>Global: vale para todas as coligadas.</translation>
    </message>
    <message>
        <source>By company: valid for the company chosen here.</source>
        <translation>Por Coligada: vale para a coligada escolhida aqui.</translation>
    </message>
    <message>
        <source>By education level: valid for all branches of the company chosen here.</source>
        <translation>Por Nível de Ensino: vale para todas as filiais da coligada escolhida aqui.</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Coligada</translation>
    </message>
    <message>
        <source>Education level</source>
        <translation>Nível de Ensino</translation>
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
        <translation>Primeiros passos</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lendo…</translation>
    </message>
    <message>
        <source>All set: sales can come in.</source>
        <translation>Tudo pronto: as vendas podem chegar.</translation>
    </message>
    <message>
        <source>What Ponte needs before it takes sales, in the order in which it is best set up.</source>
        <translation>O que o Ponte precisa antes de receber vendas, na melhor ordem para configurar.</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Escolher</translation>
    </message>
    <message>
        <source>%1 is kept: its view has nothing to show before the first steps below are done, and waits in the Log Monitor.</source>
        <translation>%1 fica guardado: a visão não tem o que mostrar antes dos primeiros passos abaixo e espera no Monitor de Log.</translation>
    </message>
    <message>
        <source>Show the view</source>
        <translation>Mostrar a visão</translation>
    </message>
</context>
<context>
    <name>ponte::ui::SetupRow</name>
    <message>
        <source>✓ done</source>
        <translation>✓ pronto</translation>
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
        <translation>%1%</translation>
    </message>
    <message>
        <source>Nobody has tried to repeat this yet, so that nothing says whether it would help.</source>
        <translation>Ninguém tentou repetir isto ainda; nada diz se adiantaria.</translation>
    </message>
    <message>
        <source>That is too few to tell.</source>
        <translation>É pouco para concluir.</translation>
    </message>
    <message>
        <source>Repeating hardly ever helps: correct the cause first.</source>
        <translation>Repetir quase nunca resolve: corrija a causa primeiro.</translation>
    </message>
    <message>
        <source>%1 in %2 days</source>
        <translation>%1 em %2 dias</translation>
    </message>
    <message>
        <source>never tried</source>
        <translation>nunca tentado</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1 (%2 de %3)</translation>
    </message>
    <message>
        <source>Errors in spans of 24 hours, the oldest first: %1</source>
        <translation>Erros em períodos de 24 horas, do mais antigo ao mais novo: %1</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erro</translation>
    </message>
    <message>
        <source>Last 14 days</source>
        <translation>Últimos 14 dias</translation>
    </message>
    <message>
        <source>How often repeating it without a change has succeeded so far</source>
        <translation>Quantas vezes repetir sem mudar nada deu certo até agora</translation>
    </message>
    <message>
        <source>Repeating helps</source>
        <translation>Repetir resolve</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Coligada</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Primeira vez</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>Última vez</translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln repetition(s) so far %1 succeeded (%2).</source>
        <translation>
            <numerusform>De %Ln repetição até agora, %1 teve sucesso (%2).</numerusform>
            <numerusform>De %Ln repetições até agora, %1 tiveram sucesso (%2).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ponte::ui::SignaturesPanel</name>
    <message>
        <source>Grouping the errors…</source>
        <translation>Agrupando os erros…</translation>
    </message>
    <message>
        <source>The errors could not be grouped</source>
        <translation>Não foi possível agrupar os erros</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>No error here</source>
        <translation>Nenhum erro aqui</translation>
    </message>
    <message>
        <source>None of the records that the filter finds stands at an error.</source>
        <translation>Nenhum dos registros que o filtro encontra está com erro.</translation>
    </message>
    <message>
        <source>Errors by cause</source>
        <translation>Erros por causa</translation>
    </message>
    <message>
        <source>Show these records</source>
        <translation>Mostrar estes registros</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Reprocess these…</source>
        <translation>Reprocessar estes…</translation>
    </message>
</context>
<context>
    <name>ponte::ui::StatusLine</name>
    <message>
        <source>Database: %1</source>
        <translation>Banco de dados: %1</translation>
    </message>
    <message>
        <source>Data: %1</source>
        <translation>Dados: %1</translation>
    </message>
    <message>
        <source>API: %1</source>
        <translation>API: %1</translation>
    </message>
    <message>
        <source>API: not here</source>
        <translation>API: não aqui</translation>
    </message>
    <message>
        <source>This program does not receive sales; agents do.</source>
        <translation>Este programa não recebe vendas; os agentes recebem.</translation>
    </message>
    <message>
        <source>All times are shown in this zone; point at one to see it in UTC.</source>
        <translation>Todos os horários são mostrados neste fuso; aponte um deles para vê-lo em UTC.</translation>
    </message>
    <message>
        <source>port %1 is taken by another program</source>
        <translation>a porta %1 está em uso por outro programa</translation>
    </message>
    <message>
        <source>No sale arrives here until Ponte is started again with a free port (--listen).</source>
        <translation>Nenhuma venda chega aqui até que o Ponte seja iniciado de novo com uma porta livre (--listen).</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) running</source>
        <translation>
            <numerusform>%n trabalho em andamento</numerusform>
            <numerusform>%n trabalhos em andamento</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing running</source>
        <translation>Nada em andamento</translation>
    </message>
    <message>
        <source>Shows what runs and what ended lately (Ctrl+J)</source>
        <translation>Mostra o que está em andamento e o que terminou há pouco (Ctrl+J)</translation>
    </message>
</context>
<context>
    <name>ponte::ui::TotalsModel</name>
    <message>
        <source>All functionalities</source>
        <translation>Todas as funcionalidades</translation>
    </message>
    <message>
        <source>Enter or double click shows these records in the monitor</source>
        <translation>Enter ou clique duplo mostra estes registros no monitor</translation>
    </message>
    <message>
        <source>Functionality</source>
        <translation>Funcionalidade</translation>
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
        <translation>&amp;Abrir o monitor com esta visão</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translation>Salvar esta visão</translation>
    </message>
    <message>
        <source>Saved view</source>
        <translation>Visão salva</translation>
    </message>
    <message>
        <source>Only me</source>
        <translation>Só eu</translation>
    </message>
    <message>
        <source>Profile %1</source>
        <translation>Perfil %1</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nome</translation>
    </message>
    <message>
        <source>&amp;Seen by</source>
        <translation>&amp;Vista por</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salvar</translation>
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
        <translation>%1 · abre com o monitor</translation>
    </message>
    <message>
        <source>No view was saved yet</source>
        <translation>Nenhuma visão foi salva ainda</translation>
    </message>
    <message>
        <source>Save this view as…</source>
        <translation>Salvar esta visão como…</translation>
    </message>
    <message>
        <source>Copy the link to this view</source>
        <translation>Copiar o link desta visão</translation>
    </message>
    <message>
        <source>Save the changes to “%1”</source>
        <translation>Salvar as alterações de “%1”</translation>
    </message>
    <message>
        <source>Name and share “%1”…</source>
        <translation>Nome e compartilhamento de “%1”…</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>Remover “%1”</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Visões</translation>
    </message>
    <message>
        <source>%1, changed since</source>
        <translation>%1, alterada desde então</translation>
    </message>
    <message>
        <source>Saved views, and the link to this one</source>
        <translation>Visões salvas, e o link desta</translation>
    </message>
    <message>
        <source>Saved view: %1</source>
        <translation>Visão salva: %1</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Visões salvas</translation>
    </message>
</context>
</TS>
