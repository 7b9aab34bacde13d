# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""How RM says no."""

LINE = "=" * 39


class SoapFault(Exception):
    """An infrastructure error: a SOAP fault, mostly with HTTP 500."""

    def __init__(self, text, status=500):
        super().__init__(text)
        self.text = text
        self.status = status


class Refusal(Exception):
    """A business error: its text stands where the result belongs, inside a 200."""


def with_trace(headline, message, table):
    return (
        f"{headline}\n{LINE}\n   at RM.Lib.Data.RMSDbCommand.ExecuteNonQuery()\n"
        f"   at RM.Lib.Server.RMSDataServer.SaveRecord(DataSet dataSet)\n{LINE}\n{message}\n{LINE}\n"
        f"INSERT INTO {table} (CODCOLIGADA, RA) VALUES (:CODCOLIGADA, :RA)\n{LINE}"
    )


def foreign_key_text(table, other):
    """The shape in which RM reports a broken link: headline, causes, 39 signs, stack, database message, statement."""
    return with_trace(
        "Violação de chave estrangeira\n\nPossíveis causas:\n- O registro pai não existe\n- O registro possui filhos",
        f'The INSERT statement conflicted with the FOREIGN KEY constraint "FK{table}_{other}".'
        f' The conflict occurred in database "CORPORERM", table "dbo.{other}".',
        table,
    )
