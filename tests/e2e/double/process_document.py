# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""Reads the strXmlParams of EduMatriculaProcData the way a .NET DataContractSerializer does.

Members are expected in ordinal order, those of the base class first; a member that comes too late is silently
ignored by .NET, so it is dropped here too, and remarked.
"""

from xml.dom import minidom
from xml.parsers.expat import ExpatError

BASE = "http://www.totvs.com/"
DERIVED = "http://www.totvs.com.br/RM/"
ARRAYS = "http://schemas.microsoft.com/2003/10/Serialization/Arrays"
SERIALIZATION = "http://schemas.microsoft.com/2003/10/Serialization/"
INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
SCHEMA = "http://www.w3.org/2001/XMLSchema"

BASE_MEMBERS = set(
    """ActionModule ActionName CanParallelize CanSendMail CanWaitSchedule CodUsuario ConnectionId ConnectionString
        Context CustomData DisableIsolateProcess DriverType ExecutionId FailureMessage FriendlyLogs HideProgressDialog
        HostName Initialized Ip IsolateProcess JobID JobServerHostName MasterActionName
        MaximumQuantityOfPrimaryKeysPerProcess MinimumQuantityOfPrimaryKeysPerProcess NetworkUser NotifyEmail
        NotifyEmailList NotifyFluig OnlineMode PrimaryKeyList PrimaryKeyNames PrimaryKeyTableName ProcessName
        QuantityOfSplits SaveLogInDatabase SaveParamsExecution ScheduleDateTime Scheduler SendMail ServerName
        ServiceInterface ShouldParallelize ShowReExecuteButton StatusMessage SuccessMessage SyncExecution UseJobMonitor
        UserName WaitSchedule""".split()
)
DERIVED_MEMBERS = {"CadastrarDisciplinas", "MatricPLParams", "MatricularDisc"}
TERM_MEMBERS = set(
    """AlteraMatrizContratoOriginal ApagarNumeroDiario ArquivoRelatorioContrato CR CadastrarContrato
        CancelarLancamentos CarteiraEmitida ChaveRMRegistroMasterTAE ClientIP CobrarDocsTipoIngressoRematriculaEB
        CodColigada CodContrato CodFilial CodFormula CodInstDestino CodMotivo CodMotivoTransferencia CodPlanoPgto
        CodStatus CodStatusNovo CodStatusPendenteDisc CodStatusPendentePL CodStatusRes CodTipoCurso CodTipoMat CodTurma
        CodTurmaAnterior CodUsuario ColigadaRelatBoleto ColigadaRelatContrato ContratosCanceladosContabilizados
        ContratosTemp CopiarDescontoPorAntecipacao CopiarRespFinanceiroContrato CopiarVencimentos CotaFinal CotaInicial
        DadosRelatorioManifesto DataCancelamentoContrato DataCancelamentoParcelas DataFinalParc DataIngresso
        DataInicialParc DataMatricula DataMatriculaAnterior DataMatriculaEncerra DataMatriculaEncerraAnterior
        DataMatriculaEncerraNova DataMatriculaNova DiaFixo DiaVencimento DiasVencimentoPrimeiraParcela Disciplinas
        DtCompetenciaFinal DtCompetenciaFinalMov DtCompetenciaInicial DtCompetenciaInicialMov DtMatriculaPag DtResultado
        DtSolicitacaoAlteracao EmTransacao GeraManifesto GerarContratoAssinado GerarLancamento GerarLog
        GerouContratoComPlano IDPS IdHabilitacaoFilial IdHabilitacaoFilialOrigem IdPerLet IdRelatBoleto IdRelatContrato
        Identificador IsDesenturmacao IsEnturmacao IsRematricula ListaItinerarioFormativo LogContrato LogExcecoes
        MatriculaNovoPortal MatriculaPortalItinerarioMenuExclusivo MatriculaWeb MudancaStatus MudancaTurma
        NaoUsaFlexibilizacaoAlteraDataVencimento NaoUsaFlexibilizacaoRemoverParcelasVencidas NomeAluno NumCarteira
        NumeroInscricao OrigemParcela ParametrosDiversos ParcelaFinal ParcelaInicial PendenteDocumento
        PendenteInadimplencia PendenteInadimplenciaBib PendenteOcorrenciaBloqMatricula Periodo
        PermiteTransfInternaAlunoInadimplente PodeRodarNumeracaoAutomatica PossuiPendencia RA
        RematriculaEBasicoAjusteContratoHabFilial ResponsaveisFinanceirosContrato ServicosRenovacaoRecorrencia
        TextoContrato TipoOperacao TipoSelecaoParcela TokenAssinaturaTAE TransferenciaInterna TurnosDiferentes
        UsarPlanoPgtoParametrizacaoCurso ValidarInadimplenciaBiblioteca ViaCarteira grupoRelat""".split()
)
SUBJECT_MEMBERS = set(
    """AlunoRegular ApagarNumeroDiario AtendeuCreditoMinimo CargaHoraria ClientIP CobPosteriorMatric CodCampus
        CodColigada CodCurso CodDisc CodFilial CodFormula CodGrade CodHabilitacao CodItinerarioFormativo CodMotivo
        CodPerLet CodSituacaoMatriculaEspera CodStatus CodStatusNovo CodStatusPL CodStatusRes CodSubturma
        CodSubturmaMatriculado CodTipoCurso CodTurma CodTurno CodUsuario CoeficienteRendimeto DataMatricula
        DescStatusNovo DtAlteracao EnturmandoTurmaMista ExcluirMatricula GerarLogMatricPL IdHabilitacaoFilial
        IdHabilitacaoFilialOrigem IdHabilitacaoFilialTurmaDisc IdPerLet IdTurmaDisc IdTurmaDiscOrigem
        IdTurmaDiscPrincipal IdTurmaDiscSubst IncluirListaEspera IsEnturmacao ListaTurmaMista MatriculaIsolada
        MatriculaNoUltimoPeriodo MatriculaNovoPortal MatriculaPortalItinerarioMenuExclusivo MatriculaSubstituicaoAtiva
        MatriculaViaProcessoSeletivoRM MatriculaViaProcessoSeletivoTerceirizado MatriculaWeb
        MatricularDisciplinaNaListaDeEspera MatrizAluno MediaGlobal MudancaDeTurmaMista MudancaStatus MudancaTurma
        NomeAluno NomeCampus NomeCurso NomeDisc NomeFilial NomeHabilitacao NomeMatrizCurricular NomeTurno NumCreditos
        NumCreditosCob NumCreditosCobAnt NumDiario NumDiarioAnterior ObsHistorico OrdemPriorMatricula Origem
        OrigemCriacaoMatriculaDisciplina ParamDiversos Periodo PeriodoDeMatricula PermiteAlterarDados
        PermiteTransfInternaAlunoInadimplente PodeRodarNumeracaoAutomatica PossivelFormando
        ProcessoListaEsperaPrioridade ProcurarOutraTurma RA RemanejarTurmaMistaNaMudancaDeTurma Rematricula
        SalvouMatricula TipoDiscGrade TipoDisciplina TipoMat TipoOperacao TransferenciaInterna
        UtilizaBalanceamentoTurmaSubTurmasIngressantesPS ValidadoTurmaMista ValidarInadimplencia
        ValidarIntegracaoBiblioteca ValidarRequisitosMatriculaDisciplinaItinerario""".split()
)


class DocumentError(Exception):
    """The serializer would throw; the text is the answer of the process."""


class ProcessDocument:
    def __init__(self, text):
        self.remarks = []
        #: every value found in an element or context key that names the acting user
        self.users_named = []
        try:
            root = minidom.parseString(_without_prolog(text).encode("utf-8")).documentElement
        except ExpatError as error:
            raise DocumentError(f"There was an error deserializing the object. {error}") from error
        if root.localName != "EduMatriculaParamsProc" or root.namespaceURI != DERIVED:
            raise DocumentError(
                f"Expecting element 'EduMatriculaParamsProc' from namespace '{DERIVED}'.. Encountered 'Element' with"
                f" name '{root.localName}', namespace '{root.namespaceURI}'."
            )
        self._check_identities(root)
        members = self._root_members(root)
        self.base = {name: node for (space, name), node in members.items() if space == BASE}
        self.derived = {name: node for (space, name), node in members.items() if space == DERIVED}
        self.context = self._context(self.base.get("Context"))
        self.key_table = _text(self.base.get("PrimaryKeyTableName"))
        self.key = self._primary_key()
        self.action = _text(self.base.get("ActionName"))
        term = self.derived.get("MatricPLParams")
        self.term = self._object(term, TERM_MEMBERS, "MatricPLParams") if term is not None else {}
        self.subjects = self._subjects(term)
        self.enrols_subjects = _text(self.derived.get("MatricularDisc"))
        for name in ("CodUsuario", "UserName"):
            if _text(self.base.get(name)):
                self.users_named.append(_text(self.base[name]))

    def _root_members(self, root):
        """Base class members in ordinal order, then the derived ones."""
        members, last = {}, ("", "")
        for node in _elements(root):
            space, name = node.namespaceURI, node.localName
            known = BASE_MEMBERS if space == BASE else DERIVED_MEMBERS if space == DERIVED else set()
            if name not in known:
                self.remarks.append(f"member {name} of namespace {space} does not exist and is ignored")
                continue
            place = ("0" if space == BASE else "1", name)
            if place <= last:
                self.remarks.append(f"member {name} is out of order and is ignored")
                continue
            last = place
            members[(space, name)] = node
        return members

    def _object(self, parent, known, title):
        """Simple members as text (None for nil); objects are left out."""
        values, last = {}, ""
        for node in _elements(parent):
            name = node.localName
            if node.namespaceURI != DERIVED or name not in known:
                self.remarks.append(f"{title}/{name} of namespace {node.namespaceURI} does not exist and is ignored")
                continue
            if name <= last:
                self.remarks.append(f"{title}/{name} is out of order and is ignored")
                continue
            last = name
            if not any(True for _ in _elements(node)):
                values[name] = None if node.getAttributeNS(INSTANCE, "nil") == "true" else _text(node)
        if values.get("CodUsuario"):
            self.users_named.append(values["CodUsuario"])
        return values

    def _subjects(self, term):
        lists = [node for node in _elements(term) if node.localName == "Disciplinas"] if term is not None else []
        subjects = []
        for node in (child for found in lists for child in _elements(found)):
            if node.localName != "EduMatriculaDiscParams" or node.namespaceURI != DERIVED:
                self.remarks.append(f"Disciplinas/{node.localName} is not an EduMatriculaDiscParams")
                continue
            subjects.append(self._object(node, SUBJECT_MEMBERS, "EduMatriculaDiscParams"))
        return subjects

    def _context(self, node):
        if node is None:
            return {}
        children = list(_elements(node))
        names = [(child.namespaceURI, child.localName) for child in children]
        if names != [(DERIVED, "_params"), (DERIVED, "Environment")]:
            self.remarks.append(f"Context must hold _params and Environment of {DERIVED}, in this order, not {names}")
        values = {}
        for params in (child for child in children if child.localName == "_params"):
            for pair in _elements(params):
                values.update(self._pair(pair))
        if [_text(child) for child in children if child.localName == "Environment"] != ["DotNet"]:
            self.remarks.append("Context/Environment is not DotNet")
        if "CODUSUARIO" in values:
            self.users_named.append(values["CODUSUARIO"])
        return values

    def _pair(self, pair):
        parts = list(_elements(pair))
        if (pair.namespaceURI, pair.localName) != (ARRAYS, "KeyValueOfanyTypeanyType"):
            self.remarks.append(f"Context/_params/{pair.localName} is not a KeyValueOfanyTypeanyType")
        if [(part.namespaceURI, part.localName) for part in parts] != [(ARRAYS, "Key"), (ARRAYS, "Value")]:
            self.remarks.append("a context pair is not Key, Value")
            return {}
        key = _text(parts[0])
        if self._type(parts[0]) != (SCHEMA, "string"):
            self.remarks.append(f"context key {key} is not typed string")
        wanted = "int" if key in (
            "$CODCOLIGADA", "$CODFILIAL", "$CODTIPOCURSO", "$EXERCICIOFISCAL", "$CODLOCPRT", "$CODUNIDADEBIB", "$IDPRJ"
        ) else "string"
        if self._type(parts[1]) != (SCHEMA, wanted):
            self.remarks.append(f"context value {key} is not typed {wanted}")
        if not key.startswith("$"):
            self.remarks.append(f"context key {key} lacks its $")
        return {key.lstrip("$"): _text(parts[1])}

    def _primary_key(self):
        names = [_text(node) for node in _elements(self.base.get("PrimaryKeyNames"))]
        rows = list(_elements(self.base.get("PrimaryKeyList")))
        if len(rows) != 1:
            self.remarks.append(f"PrimaryKeyList must hold one key, not {len(rows)}")
            return {}
        if (rows[0].namespaceURI, rows[0].localName) != (ARRAYS, "ArrayOfanyType"):
            self.remarks.append(f"PrimaryKeyList/{rows[0].localName} is not an ArrayOfanyType")
        values = list(_elements(rows[0]))
        if len(values) != len(names):
            self.remarks.append(f"{len(values)} key values for {len(names)} key names")
            return {}
        for name, node in zip(names, values):
            wanted = {"CODCOLIGADA": "short", "RA": "string"}.get(name, "int")
            if (node.namespaceURI, node.localName) != (ARRAYS, "anyType") or self._type(node) != (SCHEMA, wanted):
                self.remarks.append(f"key value of {name} is not an anyType of type {wanted}")
        return dict(zip(names, (_text(node) for node in values)))

    def _type(self, node):
        """The resolved i:type, so that any prefix will do."""
        prefix, _, name = node.getAttributeNS(INSTANCE, "type").rpartition(":")
        wanted = f"xmlns:{prefix}" if prefix else "xmlns"
        while node is not None and node.nodeType == node.ELEMENT_NODE:
            if node.hasAttribute(wanted):
                return node.getAttribute(wanted), name
            node = node.parentNode
        return "", name

    def _check_identities(self, root):
        seen = set()
        for node in [root, *root.getElementsByTagName("*")]:
            identity = node.getAttributeNS(SERIALIZATION, "Id")
            if identity and identity in seen:
                raise DocumentError(f"Deserialized object with reference id '{identity}' was already read.")
            seen.add(identity)


def _without_prolog(text):
    """The prolog may name UTF-16 although the text is already decoded, so it is cut off."""
    text = text.strip()
    if text.startswith("<?xml"):
        return text[text.index("?>") + 2 :].lstrip()
    return text


def _elements(node):
    return () if node is None else (child for child in node.childNodes if child.nodeType == child.ELEMENT_NODE)


def _text(node):
    if node is None:
        return None
    return "".join(
        child.data for child in node.childNodes if child.nodeType in (child.TEXT_NODE, child.CDATA_SECTION_NODE)
    )
