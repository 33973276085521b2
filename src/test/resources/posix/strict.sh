#!/bin/bash
# What its name says, with the options that POSIX and the BSDs know and no others. What it was refused stands in "refused".
name=${0##*/}
here=${0%/*}/..
no() {
    printf '%s\n' "$name: $1" >>"$here/refused"
    printf '%s: illegal option: %s\n' "$name" "$1" >&2
    exit 64
}
# Letters that stand alone, and letters with a value.
case $name in
    awk) alone='' valued=Ffv ;;
    cat) alone=benstuv valued='' ;;
    chmod) alone=fhvRHLP valued='' ;;
    cp) alone=fHiLnpPRrv valued='' ;;
    cut) alone=nsw valued=bcdf ;;
    date) alone=jRu valued=frv ;;
    dd) alone='' valued='' ;;
    df) alone=aghHiklmnPY valued=tT ;;
    du) alone=aAcghHkLmnPrsx valued=BdI ;;
    getconf | uptime) alone='' valued='' ;;
    env) alone=0iv valued=uSP ;;
    find) exec env POSIXLY_CORRECT=1 "/usr/bin/$name" "$@" ;;
    grep) alone=abcEFGHhIiLlnOopqRrsUVvwxyZz valued=ABCDdefm ;;
    head) alone='' valued=cn ;;
    ln) alone=FfhinsvLPw valued='' ;;
    stat) alone=FLnqrsx valued=ft ;;
    ls) alone=@1AaBbCcdeFfgHhikLlmnOoPpqRrSsTtuUvWwxy valued=D ;;
    mkdir) alone=pv valued=m ;;
    mktemp) alone=dqu valued=pt ;;
    mv) alone=finhv valued='' ;;
    pgrep) alone=LafiIlnoqvx valued=FGPUdgtu ;;
    ps) alone=AaCcdEefhjlMmrSTvwXx valued=OoptugGU ;;
    readlink) alone=n valued='' ;;
    rm) alone=dfiIPRrvWx valued='' ;;
    rmdir) alone=pv valued='' ;;
    sed) alone=aElnru valued=ef ;;
    sleep) alone='' valued='' ;;
    sort) alone=bcCdfghiMmnrRsuVz valued=koStT ;;
    tail) alone=Ffrq valued=bcn ;;
    touch) alone=acfhm valued=Adrt ;;
    tr) alone=CcdsU valued='' ;;
    wc) alone=clmw valued='' ;;
    xargs) alone=0opt valued=EIJLnPRSs ;;
    *) no "not here" ;;
esac
expects=''
values=''
for each in "$@"; do
    if [ -n "$expects" ]; then
        values="$values $expects=$each"
        expects=''
        continue
    fi
    case $each in
        --) break ;;
        --*) no "$each" ;;
        -?*)
            rest=${each#-}
            case $name$rest in tail[0-9]* | head[0-9]* | kill*) break ;; esac
            while [ -n "$rest" ]; do
                letter=${rest:0:1}
                rest=${rest:1}
                case $alone in *"$letter"*) continue ;; esac
                case $valued in *"$letter"*) ;; *) no "-$letter" ;; esac
                if [ -n "$rest" ]; then values="$values $letter=$rest"; else expects=$letter; fi
                rest=''
            done
            ;;
        *) break ;;
    esac
done
case "$name $values" in
    head*=-*) no "$values" ;;
    ps*)
        for each in $(printf '%s' "$values" | /usr/bin/tr ' ,' '\n\n'); do
            case ${each#o=} in
                *=?*) ;;
                user* | ruser* | group* | rgroup* | pid* | ppid* | pgid* | pcpu* | vsz* | nice* | etime* | time* | tty* | comm* | args* | lstart* | stat* | command* | uid*) ;;
                *) no "-o $each" ;;
            esac
        done
        ;;
esac
case $name in
    date) case "$*" in *%N* | *%3N*) no "$*" ;; esac ;;
    dd)
        for each in "$@"; do
            case $each in
                bs=* | cbs=* | conv=* | count=* | ibs=* | if=* | obs=* | of=* | seek=* | skip=*) ;;
                *) no "$each" ;;
            esac
        done
        ;;
esac
export POSIXLY_CORRECT=1
if [ "$name" = stat ]; then
    format=''
    case $1 in
        -L) shift ;;
    esac
    [ "$1" = -f ] || no "$1"
    format=$2
    shift 2
    for each in '%FB/%.9W' '%Fc/%.9Z' '%Fm/%.9Y' '%z/%s' '%m/%Y' '%N/%n'; do
        # In two steps, so that what has been put in is not taken for something else.
        format=${format//"${each%%/*}"/"<${each#*/%}>"}
    done
    format=$(printf '%s' "$format" | /usr/bin/sed 's/<\([^>]*\)>/%\1/g')
    exec /usr/bin/stat -L -c "$format" "$@"
fi
case $name in
    wc) "/usr/bin/$name" "$@" | /usr/bin/awk '{ for (i = 1; i <= NF; i++) if ($i ~ /^[0-9]+$/) printf "%8s", $i; else printf " %s", $i; print "" }' ;;
    ps | pgrep | uptime) exec /usr/bin/unshare -m /usr/bin/bash -c '/usr/bin/mount --rbind "$0" /proc && exec "$@"' "$here/proc" "/usr/bin/$name" "$@" ;;
    *) exec "/usr/bin/$name" "$@" ;;
esac
