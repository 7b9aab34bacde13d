// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/sandbox/rm/processparams.h"

#include "app/sandbox/rm/element.h"

namespace ponte::sandbox::rm {

namespace {

const QString &baseSpace()
{
    static const QString space = QStringLiteral("http://www.totvs.com/");
    return space;
}

const QString &rmSpace()
{
    static const QString space = QStringLiteral("http://www.totvs.com.br/RM/");
    return space;
}

const QString &arraySpace()
{
    static const QString space = QStringLiteral("http://schemas.microsoft.com/2003/10/Serialization/Arrays");
    return space;
}

QStringList memberNames(const char *words)
{
    return QString::fromLatin1(words).split(u' ', Qt::SkipEmptyParts);
}

const QStringList &baseMembers()
{
    static const QStringList names = memberNames(
        "ActionModule ActionName CanParallelize CanSendMail CanWaitSchedule CodUsuario ConnectionId ConnectionString Context "
        "CustomData DisableIsolateProcess DriverType ExecutionId FailureMessage FriendlyLogs HideProgressDialog HostName "
        "Initialized Ip IsolateProcess JobID JobServerHostName MasterActionName MaximumQuantityOfPrimaryKeysPerProcess "
        "MinimumQuantityOfPrimaryKeysPerProcess NetworkUser NotifyEmail NotifyEmailList NotifyFluig OnlineMode "
        "PrimaryKeyList PrimaryKeyNames PrimaryKeyTableName ProcessName QuantityOfSplits SaveLogInDatabase "
        "SaveParamsExecution ScheduleDateTime Scheduler SendMail ServerName ServiceInterface ShouldParallelize "
        "ShowReExecuteButton StatusMessage SuccessMessage SyncExecution UseJobMonitor UserName WaitSchedule");
    return names;
}

const QStringList &rootMembers()
{
    static const QStringList names =
        memberNames("CadastrarDisciplinas CodStatusNovo MatricPLParams MatricularDisc MudancaStatus TipoOperacao");
    return names;
}

const QStringList &termMembers()
{
    static const QStringList names = memberNames(
        "AlteraMatrizContratoOriginal ApagarNumeroDiario ArquivoRelatorioContrato CR CadastrarContrato CancelarLancamentos "
        "CarteiraEmitida ChaveRMRegistroMasterTAE ClientIP CobrarDocsTipoIngressoRematriculaEB CodColigada CodContrato "
        "CodFilial CodFormula CodInstDestino CodMotivo CodMotivoTransferencia CodPlanoPgto CodStatus CodStatusNovo "
        "CodStatusPendenteDisc CodStatusPendentePL CodStatusRes CodTipoCurso CodTipoMat CodTurma CodTurmaAnterior "
        "CodUsuario ColigadaRelatBoleto ColigadaRelatContrato ContratosCanceladosContabilizados ContratosTemp "
        "CopiarDescontoPorAntecipacao CopiarRespFinanceiroContrato CopiarVencimentos CotaFinal CotaInicial "
        "DadosRelatorioManifesto DataCancelamentoContrato DataCancelamentoParcelas DataFinalParc DataIngresso "
        "DataInicialParc DataMatricula DataMatriculaAnterior DataMatriculaEncerra DataMatriculaEncerraAnterior "
        "DataMatriculaEncerraNova DataMatriculaNova DiaFixo DiaVencimento DiasVencimentoPrimeiraParcela Disciplinas "
        "DtCompetenciaFinal DtCompetenciaFinalMov DtCompetenciaInicial DtCompetenciaInicialMov DtMatriculaPag DtResultado "
        "DtSolicitacaoAlteracao EmTransacao GeraManifesto GerarContratoAssinado GerarLancamento GerarLog "
        "GerouContratoComPlano IDPS IdHabilitacaoFilial IdHabilitacaoFilialOrigem IdPerLet IdRelatBoleto IdRelatContrato "
        "Identificador IsDesenturmacao IsEnturmacao IsRematricula ListaItinerarioFormativo LogContrato LogExcecoes "
        "MatriculaNovoPortal MatriculaPortalItinerarioMenuExclusivo MatriculaWeb MudancaStatus MudancaTurma "
        "NaoUsaFlexibilizacaoAlteraDataVencimento NaoUsaFlexibilizacaoRemoverParcelasVencidas NomeAluno NumCarteira "
        "NumeroInscricao OrigemParcela ParametrosDiversos ParcelaFinal ParcelaInicial PendenteDocumento "
        "PendenteInadimplencia PendenteInadimplenciaBib PendenteOcorrenciaBloqMatricula Periodo "
        "PermiteTransfInternaAlunoInadimplente PodeRodarNumeracaoAutomatica PossuiPendencia RA "
        "RematriculaEBasicoAjusteContratoHabFilial ResponsaveisFinanceirosContrato ServicosRenovacaoRecorrencia "
        "TextoContrato TipoOperacao TipoSelecaoParcela TokenAssinaturaTAE TransferenciaInterna TurnosDiferentes "
        "UsarPlanoPgtoParametrizacaoCurso ValidarInadimplenciaBiblioteca ViaCarteira grupoRelat");
    return names;
}

const QStringList &subjectMembers()
{
    static const QStringList names = memberNames(
        "AlunoRegular ApagarNumeroDiario AtendeuCreditoMinimo CargaHoraria ClientIP CobPosteriorMatric CodCampus CodColigada "
        "CodCurso CodDisc CodFilial CodFormula CodGrade CodHabilitacao CodItinerarioFormativo CodMotivo CodPerLet "
        "CodSituacaoMatriculaEspera CodStatus CodStatusNovo CodStatusPL CodStatusRes CodSubturma CodSubturmaMatriculado "
        "CodTipoCurso CodTurma CodTurno CodUsuario CoeficienteRendimeto DataMatricula DescStatusNovo DtAlteracao "
        "EnturmandoTurmaMista ExcluirMatricula GerarLogMatricPL IdHabilitacaoFilial IdHabilitacaoFilialOrigem "
        "IdHabilitacaoFilialTurmaDisc IdPerLet IdTurmaDisc IdTurmaDiscOrigem IdTurmaDiscPrincipal IdTurmaDiscSubst "
        "IncluirListaEspera IsEnturmacao ListaTurmaMista MatriculaIsolada MatriculaNoUltimoPeriodo MatriculaNovoPortal "
        "MatriculaPortalItinerarioMenuExclusivo MatriculaSubstituicaoAtiva MatriculaViaProcessoSeletivoRM "
        "MatriculaViaProcessoSeletivoTerceirizado MatriculaWeb MatricularDisciplinaNaListaDeEspera MatrizAluno MediaGlobal "
        "MudancaDeTurmaMista MudancaStatus MudancaTurma NomeAluno NomeCampus NomeCurso NomeDisc NomeFilial NomeHabilitacao "
        "NomeMatrizCurricular NomeTurno NumCreditos NumCreditosCob NumCreditosCobAnt NumDiario NumDiarioAnterior "
        "ObsHistorico OrdemPriorMatricula Origem OrigemCriacaoMatriculaDisciplina ParamDiversos Periodo PeriodoDeMatricula "
        "PermiteAlterarDados PermiteTransfInternaAlunoInadimplente PodeRodarNumeracaoAutomatica PossivelFormando "
        "ProcessoListaEsperaPrioridade ProcurarOutraTurma RA RemanejarTurmaMistaNaMudancaDeTurma Rematricula SalvouMatricula "
        "TipoDiscGrade TipoDisciplina TipoMat TipoOperacao TransferenciaInterna "
        "UtilizaBalanceamentoTurmaSubTurmasIngressantesPS ValidadoTurmaMista ValidarInadimplencia "
        "ValidarIntegracaoBiblioteca ValidarRequisitosMatriculaDisciplinaItinerario");
    return names;
}

/// Reads the members of one class as the serializer does: it looks for each element only behind the last one it took.
class ContractReader
{
public:
    ContractReader(const Element &object, QStringList *ignored)
        : m_object(object)
        , m_ignored(ignored)
    {}

    QList<const Element *> members(const QStringList &base, const QStringList &own)
    {
        qsizetype next = 0;
        QList<const Element *> taken;
        for (const Element &element : m_object.children) {
            const bool inBase = element.space == baseSpace() && !base.isEmpty();
            if (!inBase && element.space != rmSpace())
                continue;
            const qsizetype found = (inBase ? base : own).indexOf(element.name);
            const qsizetype index = found < 0 ? -1 : (inBase ? found : base.size() + found);
            if (index < next) {
                m_ignored->append(m_object.name + u'/' + element.name);
                continue;
            }
            next = index + 1;
            if (!element.nil)
                taken.append(&element);
        }
        return taken;
    }

private:
    const Element &m_object;
    QStringList *m_ignored;
};

Members valuesOf(const QList<const Element *> &elements)
{
    Members members;
    for (const Element *element : elements) {
        if (element->children.empty())
            members.insert(element->name, element->text.trimmed());
    }
    return members;
}

Context processContext(const Element &element)
{
    Context context;
    const Element *params = element.child(u"_params");
    if (!params || params->space != rmSpace())
        return context;
    for (const Element &pair : params->children) {
        const QString key = pair.childText(u"Key");
        if (pair.name == u"KeyValueOfanyTypeanyType" && pair.space == arraySpace() && key.startsWith(u'$'))
            context.insert(key.mid(1), pair.childText(u"Value").trimmed());
    }
    return context;
}

QStringList arrayTexts(const Element &array, QStringView item)
{
    QStringList texts;
    for (const Element &element : array.children) {
        if (element.space == arraySpace() && element.name == item)
            texts.append(element.text.trimmed());
    }
    return texts;
}

void readTermParams(const Element &element, EnrollmentParams *params)
{
    const QList<const Element *> members = ContractReader(element, &params->ignored).members({}, termMembers());
    params->term = valuesOf(members);
    for (const Element *member : members) {
        if (member->name != u"Disciplinas")
            continue;
        for (const Element &subject : member->children) {
            if (subject.name == u"EduMatriculaDiscParams" && subject.space == rmSpace()) {
                params->subjects.append(
                    valuesOf(ContractReader(subject, &params->ignored).members({}, subjectMembers())));
            }
        }
    }
}

void readMember(const Element &member, EnrollmentParams *params)
{
    if (member.name == u"Context") {
        params->context = processContext(member);
    } else if (member.name == u"PrimaryKeyList") {
        if (const Element *first = member.child(u"ArrayOfanyType"))
            params->keyValues = arrayTexts(*first, u"anyType");
    } else if (member.name == u"PrimaryKeyNames") {
        params->keyNames = arrayTexts(member, u"string");
    } else if (member.name == u"PrimaryKeyTableName") {
        params->keyTable = member.text.trimmed();
    } else if (member.name == u"MatricPLParams") {
        readTermParams(member, params);
    }
}

} // namespace

bool EnrollmentParams::changesStatus() const
{
    const QString name = QStringLiteral("MudancaStatus");
    return term.value(name) == u"true" || root.value(name) == u"true";
}

QString EnrollmentParams::newStatus() const
{
    const QString name = QStringLiteral("CodStatusNovo");
    return term.value(name, root.value(name));
}

EnrollmentParams readEnrollmentParams(const QString &xml)
{
    EnrollmentParams params;
    QString reason;
    const std::optional<Element> root = parseElement(xml, &reason);
    if (!root) {
        params.refusal = QStringLiteral("There was an error deserializing the object. ") + reason;
        return params;
    }
    if (root->name != u"EduMatriculaParamsProc" || root->space != rmSpace()) {
        params.refusal =
            QStringLiteral("Error in line 1 position 1. Expecting element 'EduMatriculaParamsProc' from "
                           "namespace 'http://www.totvs.com.br/RM/'.. Encountered 'Element' with name '%1', "
                           "namespace '%2'.")
                .arg(root->name, root->space);
        return params;
    }
    const QList<const Element *> members = ContractReader(*root, &params.ignored).members(baseMembers(), rootMembers());
    params.root = valuesOf(members);
    for (const Element *member : members)
        readMember(*member, &params);
    return params;
}

} // namespace ponte::sandbox::rm
