# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""The `Filtro` of a ReadView: an SQL where fragment whose columns carry the prefix of the view's own table."""

import re

_TOKEN = re.compile(
    r"\s*(?:(?P<string>N?'(?:[^']|'')*')|(?P<number>-?\d+(?:\.\d+)?)"
    r"|(?P<name>[A-Za-z_]\w*)|(?P<sign><>|<=|>=|!=|[=<>(),.]))"
)


class WhereError(Exception):
    """The database would refuse this filter; the text is what RM would say."""


class Where:
    """A parsed filter. `remarks` lists what a database tolerates but a careful client does not send."""

    def __init__(self, text, table, columns):
        self.table = table
        self.columns = columns
        self.remarks = []
        self._tokens = self._split(text)
        self._at = 0
        if not self._tokens:
            raise WhereError("Erro ao executar readview Filtro invalido")
        self._test = self._either()
        if self._at != len(self._tokens):
            raise WhereError(f"Incorrect syntax near '{self._tokens[self._at][1]}'.")

    def __call__(self, row):
        return self._test(row)

    @staticmethod
    def _split(text):
        tokens, at = [], 0
        text = text.rstrip()
        while at < len(text):
            found = _TOKEN.match(text, at)
            if not found:
                raise WhereError(f"Incorrect syntax near '{text[at:at + 10].strip()}'.")
            tokens.append((found.lastgroup, found.group(found.lastgroup)))
            at = found.end()
        return tokens

    def _peek(self, word):
        if self._at >= len(self._tokens):
            return False
        kind, text = self._tokens[self._at]
        return kind != "string" and text.upper() == word

    def _take(self, word):
        if self._peek(word):
            self._at += 1
            return True
        return False

    def _need(self, word):
        if not self._take(word):
            near = self._tokens[self._at][1] if self._at < len(self._tokens) else "end of filter"
            raise WhereError(f"Incorrect syntax near '{near}'.")

    def _next(self):
        if self._at >= len(self._tokens):
            raise WhereError("Incorrect syntax near end of filter.")
        self._at += 1
        return self._tokens[self._at - 1]

    def _either(self):
        tests = [self._both()]
        while self._take("OR"):
            tests.append(self._both())
        return tests[0] if len(tests) == 1 else lambda row: any(test(row) for test in tests)

    def _both(self):
        tests = [self._negation()]
        while self._take("AND"):
            tests.append(self._negation())
        return tests[0] if len(tests) == 1 else lambda row: all(test(row) for test in tests)

    def _negation(self):
        if self._take("NOT"):
            test = self._negation()
            return lambda row: not test(row)
        if self._take("("):
            test = self._either()
            self._need(")")
            return test
        return self._comparison()

    def _comparison(self):
        left = self._operand()
        if self._take("IS"):
            negated = self._take("NOT")
            self._need("NULL")
            return lambda row: (left[1](row) is None) != negated
        negated = self._take("NOT")
        if self._take("IN"):
            self._need("(")
            values = [self._match_types(left, self._operand())]
            while self._take(","):
                values.append(self._match_types(left, self._operand()))
            self._need(")")
            return lambda row: any(_same(left[1](row), value(row)) for value in values) != negated
        if self._take("LIKE"):
            pattern = self._operand()
            return lambda row: _like(left[1](row), pattern[1](row)) != negated
        kind, sign = self._next()
        if negated or kind != "sign" or sign not in ("=", "<>", "!=", "<", ">", "<=", ">="):
            raise WhereError(f"Incorrect syntax near '{sign}'.")
        right = self._operand()
        value = self._match_types(left, right)
        self._match_types(right, left)
        return lambda row: _compare(sign, left[1](row), value(row))

    def _operand(self):
        """(type, how to get it from a row, name or value); the type is that of the column, or literal."""
        kind, text = self._next()
        if kind == "string":
            value = text[text.index("'") + 1 : -1].replace("''", "'")
            return ("literal", lambda row: value, value)
        if kind == "number":
            number = float(text) if "." in text else int(text)
            return ("literal", lambda row: number, number)
        if kind != "name":
            raise WhereError(f"Incorrect syntax near '{text}'.")
        if not self._take("."):
            if text.upper() in self.columns:
                raise WhereError(f"Ambiguous column name '{text}'.")
            raise WhereError(f"Invalid column name '{text}'.")
        column = self._next()[1].upper()
        if text.upper() != self.table:
            raise WhereError(f'The multi-part identifier "{text}.{column}" could not be bound.')
        if column not in self.columns:
            raise WhereError(f"Invalid column name '{column}'.")
        return (self.columns[column].kind, lambda row: row.get(column), column)

    def _match_types(self, column, literal):
        kind, _, name = column
        if kind == "literal" or literal[0] != "literal":
            return literal[1]
        value = literal[2]
        if kind == "int" and isinstance(value, str):
            self.remarks.append(f"{self.table}.{name} is a number but is compared with a text")
            if not re.fullmatch(r"-?\d+", value):
                raise WhereError(f"Conversion failed when converting the varchar value '{value}' to data type int.")
            number = int(value)
            return lambda row: number
        if kind != "int" and not isinstance(value, str):
            raise WhereError(f"Conversion failed when converting the varchar value of {name} to data type int.")
        return literal[1]


def _same(left, right):
    if left is None or right is None:
        return False
    if isinstance(left, str) and isinstance(right, str):
        return left.rstrip().casefold() == right.rstrip().casefold()
    return left == right


def _compare(sign, left, right):
    if left is None or right is None:
        return False
    if sign == "=":
        return _same(left, right)
    if sign in ("<>", "!="):
        return not _same(left, right)
    return {"<": left < right, ">": left > right, "<=": left <= right, ">=": left >= right}[sign]


def _like(value, pattern):
    if value is None or pattern is None:
        return False
    expression = "".join(".*" if sign == "%" else "." if sign == "_" else re.escape(sign) for sign in str(pattern))
    return re.fullmatch(expression, str(value), re.IGNORECASE | re.DOTALL) is not None
