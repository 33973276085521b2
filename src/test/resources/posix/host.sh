#!/bin/bash
# host SHELL COMMAND...: runs a command as on a host that is no Linux: without /proc, with SHELL as /bin/sh, and with the
# programs beside this alone. In a mount namespace of its own.
here=$(cd "${0%/*}" && pwd)
mount --rbind /proc "$here/proc" && mount -t tmpfs none /proc && mount --bind "$1" /bin/sh || exit
shift
PATH=$here/bin exec "$@"
