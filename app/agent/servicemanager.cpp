// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Ponte contributors
#include "app/agent/servicemanager.h"

#ifdef PONTE_HAS_SYSTEMD
    #include <systemd/sd-daemon.h>
#endif

namespace ponte::agent {

namespace {

void notifyManager([[maybe_unused]] const char *state)
{
#ifdef PONTE_HAS_SYSTEMD
    // Without a manager that listens there is nobody to tell.
    (void)sd_notify(0, state);
#endif
}

} // namespace

void notifyReady()
{
    notifyManager("READY=1");
}

void notifyStopping()
{
    notifyManager("STOPPING=1");
}

} // namespace ponte::agent
