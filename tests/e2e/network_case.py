# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""What tests of one rule in all networks share."""

from double import Outside
from double.seed import COMPANIES, Offer
from harness import Agent, sale_of, wait_for

STEPS = (
    "FCFO", "PPESSOA", "SALUNO", "SHABILITACAOALUNO", "SMATRICPL", "SMATRICULA", "SCONTRATO", "contracts", "notices"
)


def each_network(row, companies=tuple(COMPANIES)):
    """Makes a test of a method that looks at one network."""

    def decorate(check):
        def test(self):
            self.every(row, lambda offer: check(self, offer), companies)

        return test

    return decorate


class NetworkCase:
    """A mixin whose tests walk through all networks; the world is fresh for each of them."""

    #: the table of the file the tests stand in
    table = None

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.world = cls.enterClassContext(Outside())
        cls.agent = cls.enterClassContext(Agent(cls.backend))
        cls.agent.configure(cls.world, levels=(1, 2)).serve()

    def every(self, row, check, companies=tuple(COMPANIES)):
        """One fresh world, one call of check(offer) and one cell of the table per network."""
        for company in companies:
            offer = Offer(company)
            self.world.reset()
            for setting, value in (("cdata", False), ("inline_schema", False), ("tag_case", "turning")):
                setattr(self.world.rm, setting, value)
            with self.subTest(row, network=offer.network), self.table.cell(row, f"{offer.network} {self.backend}"):
                check(offer)
                self.assertEqual([], self.world.violations())

    def made(self, before):
        return {name: count - before[name] for name, count in self.world.counts().items() if count != before[name]}

    def sell(self, sale, status=200):
        """Sends the sale; an accepted one is followed to the record of its notice."""
        answer = self.agent.send(sale)
        self.assertEqual(status, answer.status, answer)
        if status == 200:
            self.assertEqual("Sucesso", answer.json()["DadosCriados"]["SituacaoContrato"], answer)
            self.settle(sale, answer)
        return answer

    def settle(self, sale, answer):
        """Waits for what follows an accepted sale, so that nothing of it falls into the next fresh world."""
        key = {"RA": answer.json()["DadosCriados"]["Ra"], "IDPERLET": sale["matricula"]["idPerlet"]}
        final = sale["codTipoCurso"] * 10 + 1
        wait_for(lambda: self.world.rm.rows("SMATRICPL", CODSTATUS=final, **key), 20, "the final status")
        wait_for(lambda: self.agent.statuses_of(sale).get("broker_notice") == "success", 20, "the notice")

    def same_people(self, sale, company, **changes):
        """Another sale to the same guardian and student."""
        other = sale_of(company, **changes)
        other["aluno"], other["responsavelFinanceiro"] = sale["aluno"], sale["responsavelFinanceiro"]
        return other

    def new(self, offer, subjects=4):
        wanted = dict.fromkeys(STEPS, 1)
        wanted["SMATRICULA"] = subjects
        if offer.network == "SESI":
            del wanted["SHABILITACAOALUNO"]
        return wanted

    def again(self, offer, **wanted):
        """What a further sale of known people adds."""
        return {**wanted, "SCONTRATO": 1, "contracts": 1, "notices": 1}
