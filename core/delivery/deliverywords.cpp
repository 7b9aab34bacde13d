// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "core/delivery/deliverywords.h"

#include <array>

namespace ponte::delivery {

using namespace Qt::StringLiterals;

namespace {

struct DeliveryWord {
    QLatin1StringView id;
    QStringView portuguese, english, spanish;
};

constexpr std::array deliveryWords {
    DeliveryWord {"summary"_L1, u"Resumo", u"Summary", u"Resumen"},
    DeliveryWord {"company"_L1, u"Coligada %1", u"Company %1", u"Coligada %1"},
    DeliveryWord {"all"_L1, u"todo o período", u"the whole time", u"todo el período"},
    DeliveryWord {"fine"_L1, u"Nada deu errado.", u"Nothing went wrong.", u"Nada salió mal."},
    DeliveryWord {"wrong"_L1, u"%1 com problema", u"%1 in trouble", u"%1 con problemas"},
    DeliveryWord {"fine.short"_L1, u"nada deu errado", u"nothing went wrong", u"nada salió mal"},
    DeliveryWord {"changed"_L1, u"Registros alterados no período", u"Records that changed in that time",
                  u"Registros cambiados en el período"},
    DeliveryWord {"error"_L1, u"Erro", u"Error", u"Error"},
    DeliveryWord {"pending"_L1, u"Pendente", u"Pending", u"Pendiente"},
    DeliveryWord {"cancelled"_L1, u"Cancelado", u"Cancelled", u"Cancelado"},
    DeliveryWord {"success"_L1, u"Sucesso", u"Success", u"Éxito"},
    DeliveryWord {"recovered"_L1, u"Recuperados pelo reenvio automático", u"Recovered by the automatic resend",
                  u"Recuperados por el reenvío automático"},
    DeliveryWord {"waiting"_L1, u"Em Erro ou Pendente agora", u"In Error or Pending now",
                  u"En Error o Pendiente ahora"},
    DeliveryWord {"at_risk"_L1, u"Em risco: falta uma tentativa para o cancelamento",
                  u"At risk: one attempt before they are cancelled",
                  u"En riesgo: falta un intento para la cancelación"},
    DeliveryWord {"causes"_L1, u"Principais erros", u"What failed most", u"Principales errores"},
    DeliveryWord {"signature"_L1, u"Assinatura do erro", u"Error signature", u"Firma del error"},
    DeliveryWord {"functionality"_L1, u"Funcionalidade", u"Functionality", u"Funcionalidad"},
    DeliveryWord {"count"_L1, u"Quantidade", u"Count", u"Cantidad"},
    DeliveryWord {"attached"_L1, u"Em anexo: %1, %2 linhas.", u"Attached: %1, %2 rows.", u"Adjunto: %1, %2 filas."},
    DeliveryWord {"hash"_L1, u"SHA-256: %1", u"SHA-256: %1", u"SHA-256: %1"},
    DeliveryWord {"more"_L1, u"mais de %1", u"more than %1", u"más de %1"},
    DeliveryWord {"footer"_L1, u"Enviado pelo agendamento \"%1\" do Ponte em %2 (%3). Dados pessoais estão mascarados.",
                  u"Sent by Ponte's schedule \"%1\" at %2 (%3). Personal data is masked.",
                  u"Enviado por la programación \"%1\" de Ponte el %2 (%3). Los datos personales están enmascarados."},
};

} // namespace

QString deliveryWord(QStringView language, QStringView id)
{
    for (const DeliveryWord &word : deliveryWords) {
        if (id != word.id)
            continue;
        if (language == u"en")
            return word.english.toString();
        return (language == u"es" ? word.spanish : word.portuguese).toString();
    }
    return id.toString();
}

} // namespace ponte::delivery
