# Run by a POSIX shell on the host; every request answers in lines and ends with "done".
LC_ALL=C
export LC_ALL
unset CDPATH
umask 022
base=$HOME/.local/share/warroom

say() { printf '%s\n' "$*"; }

# The first line of what a command complains about; succeeds as the command does.
try() { complaint=$({ "$@" 2>&1 >/dev/null; } | head -n 1); [ -z "$complaint" ]; }

have() { command -v "$1" >/dev/null 2>&1; }

sum_of() {
    if have sha256sum; then
        sha256sum <"$1"
    elif have shasum; then
        shasum -a 256 <"$1"
    else
        openssl dgst -sha256 -r <"$1"
    fi | cut -d ' ' -f 1
}

libc() {
    if getconf GNU_LIBC_VERSION 2>/dev/null; then
        return
    fi
    case $(ldd --version 2>&1) in
        *musl*) echo musl ;;
        *) if [ -e /lib64/ld-linux-x86-64.so.2 ] || [ -e /lib/ld-linux-aarch64.so.1 ]; then echo glibc; else echo unknown; fi ;;
    esac
}

installed() {
    for each in "$base"/*/.sha256; do
        each=${each%/.sha256}
        [ ! -f "$each/.sha256" ] || [ -L "$each" ] && continue
        say "${each##*/}"
    done
}

# Of the lines "PROCESS PROGRAM" that come in, the processes that run from a version.
users() {
    while read -r process program; do
        case $program in
            "$base/$1"/*) printf ' %s' "$process" ;;
        esac
    done
}

# look SUM BYTES: what the host is, and what of a package with this sum and size is there.
look() {
    say "system $(uname -s)"
    say "machine $(uname -m)"
    say "libc $(libc)"
    missing=
    for each in bash tar gzip head cut sed df mv ln; do
        have "$each" || missing="$missing $each"
    done
    have sha256sum || have shasum || have openssl || missing="$missing sha256sum"
    say "missing$missing"
    have tmux && say "tmux"
    if ! try mkdir -p "$base/incoming" || ! try touch "$base/incoming/.written"; then
        say "refused $complaint"
        say "done"
        return
    fi
    rm -f "$base/incoming/.written"
    find "$base/incoming" -type f -mtime +7 -exec rm -f {} + 2>/dev/null
    part=$base/incoming/$1.part
    if [ -f "$part" ]; then
        # Another file: what an earlier connection may still write goes nowhere.
        if ! { cp "$part" "$part.$$" && mv -f "$part.$$" "$part"; } 2>/dev/null; then
            rm -f "$part" "$part.$$"
        fi
    fi
    if [ -f "$part" ] && [ "$(($(wc -c <"$part")))" -gt "$2" ]; then rm -f "$part"; fi
    if [ -f "$part" ]; then say "part $(($(wc -c <"$part")))"; fi
    say "free $(df -Pk "$base" | tail -n 1 | { read -r _ _ _ free _; say "$free"; })"
    for each in $(installed); do
        say "version $each $(cat "$base/$each/.sha256")"
    done
    say "done"
}

# take SUM COUNT: so many bytes come next.
take() {
    part=$base/incoming/$1.part
    [ -f "$part" ] || : >"$part"
    say "ready"
    complaint=$({ head -c "$2" >>"$part"; } 2>&1)
    if [ -n "$complaint" ]; then
        say "refused $(say "$complaint" | head -n 1)"
        say "done"
        # What still comes must never be read as requests.
        cat >/dev/null
        exit 1
    fi
    say "part $(($(wc -c <"$part")))"
    say "done"
}

# unpack SUM TOP NAME: what has come becomes the version NAME.
unpack() {
    part=$base/incoming/$1.part
    found=$(sum_of "$part")
    if [ "$found" != "$1" ]; then
        rm -f "$part"
        say "sum $found"
        say "done"
        return
    fi
    new=$base/incoming/new.$$
    complaint=$({ mkdir "$new" && gzip -dc "$part" | tar -xf - -C "$new"; } 2>&1 | head -n 1)
    if [ -n "$complaint" ] || [ ! -x "$new/$2/warroom" ]; then
        rm -rf "$new"
        say "refused ${complaint:-$2/warroom is not in what was unpacked}"
        say "done"
        return
    fi
    say "$1" >"$new/$2/.sha256"
    rm -rf "${base:?}/$3"
    mv "$new/$2" "$base/$3" && rmdir "$new"
    # Shows that it runs here, and makes its start cache.
    started=$("$base/$3/warroom" --version </dev/null 2>&1)
    case $started in
        "warroom "*) rm -f "$part" ;;
        *)
            rm -rf "${base:?}/$3"
            say "lame $(say "$started" | head -n 1)"
            ;;
    esac
    say "done"
}

# switch NAME: the version that "current" is.
switch() {
    rm -f "$base/.current.$$"
    if ! try ln -s "$1" "$base/.current.$$"; then
        say "refused $complaint"
    elif ! mv -fT "$base/.current.$$" "$base/current" 2>/dev/null; then
        # A mv that knows no -T: not in one step, but there.
        rm -f "$base/.current.$$"
        try ln -sfn "$1" "$base/current" || say "refused $complaint"
    fi
    say "done"
}

# list: all versions, the newest first: name, when it came, the processes that use it.
list() {
    current=$(readlink "$base/current" 2>/dev/null)
    # shellcheck disable=SC2012 # one process for all, whose names are numbers
    running=$(ls -l /proc/[0-9]*/exe 2>/dev/null | sed -n 's,.* /proc/\([0-9]*\)/exe -> ,\1 ,p')
    if [ -n "$(installed)" ]; then
        (cd "$base" && ls -t -- */.sha256) | while read -r each; do
            each=${each%/.sha256}
            [ -L "$base/$each" ] && continue
            mark=other
            [ "$each" = "$current" ] && mark=current
            say "kept $each $mark$(say "$running" | users "$each")"
        done
    fi
    say "done"
}

# discard NAME
discard() {
    gone=$base/incoming/gone.$$
    if ! try mv "$base/$1" "$gone"; then
        say "refused $complaint"
    fi
    rm -rf "$gone"
    say "done"
}
