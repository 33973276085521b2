# sh driver RUN CARRY FOLDER RESUMES GIVEN: the script, until its first command that fails. Names of this begin with warroom_.
# With RESUMES it goes on with all that the run in CARRY had, where else with its folder and exported variables. Shells
# like these do not tell on which line they are, so the script is read command by command.
warroom_run=$1 warroom_line=0 warroom_from=0 warroom_code=0 warroom_nothing='' warroom_functions='' warroom_whole='' warroom_long=''
warroom_break='
'
[ -z "$5" ] || export -p >"$warroom_run/given"
if [ -s "$2/after" ]; then
    warroom_id=$WARROOM_RUN
    . "$2/after"
    [ -z "$4" ] || [ ! -s "$2/inside" ] || . "$2/inside"
    WARROOM_RUN=$warroom_id WARROOM_RUN_FOLDER=$warroom_run/
fi
if [ -e "$warroom_run/environment" ]; then
    . "$warroom_run/environment"
    rm -f "$warroom_run/environment"
fi
[ -z "$3" ] || cd "$3" || exit 126
set --

# Text for a shell that stands for exactly $1.
warroom_quoted() {
    printf "'"
    printf '%s' "$1" | sed "s/'/'\\\\''/g"
    printf "'\n"
}

# What a script that ends in its midst has set, so that it can be gone on with.
warroom_inside() {
    warroom_fixed=$(readonly -p)
    for warroom_name in $(set | sed -n 's/^\([A-Za-z_][A-Za-z0-9_]*\)=.*/\1/p'); do
        case $warroom_name in
            warroom_* | WARROOM_RUN* | IFS | LINENO | OPTIND | OPTARG | PPID | PS[124] | PWD | OLDPWD | RANDOM | HISTCMD | TTYIDLE | ZSH_* | _) continue ;;
            *) ;;
        esac
        case $warroom_fixed in
            *" $warroom_name="* | *" $warroom_name$warroom_break"*) continue ;;
            *) ;;
        esac
        eval "warroom_value=\${$warroom_name-}"
        printf '%s=' "$warroom_name"
        warroom_quoted "$warroom_value"
    done
    printf '%s\n' "$warroom_functions"
    printf 'warroom_functions='
    warroom_quoted "$warroom_functions"
    case $warroom_options in *u*) echo 'set -u' ;; *) ;; esac
}

warroom_ended() {
    warroom_code=$1 warroom_options=$-
    trap - EXIT
    set +eu
    warroom_folder=$(pwd | sed "s/'/'\\\\''/g")
    { export -p; printf '%s\n' "cd -- '$warroom_folder'"; } 2>/dev/null >"$warroom_run/after"
    case $warroom_whole in exit*) warroom_from=0 ;; *) ;; esac
    if [ "$warroom_code" != 0 ] && [ -n "$warroom_long" ]; then
        echo "(a script of more than 64 KB for sh: where it failed is not known, and it can only be run from its start)" >&2
    fi
    if [ "$warroom_code" != 0 ] && [ "$warroom_from" != 0 ]; then
        umask 077
        printf '%s\n' "$warroom_from $warroom_code" "$warroom_whole" 2>/dev/null >"$warroom_run/failed"
        warroom_inside 2>/dev/null >"$warroom_run/inside"
    fi
    exit "$warroom_code"
}

# Whether the last command of a pipeline is a search, and nothing but the pipeline stands on the line.
warroom_searches() {
    case $1 in
        *[\;\&\`\"\(\{]* | *'||'* | *"$warroom_break"*) return 1 ;;
        *) ;;
    esac
    set -f
    for warroom_word in ${1##*|}; do
        case ${warroom_word##*/} in
            sudo | command | time | *=*) ;;
            grep | egrep | fgrep | zgrep | pgrep | diff) set +f && return 0 ;;
            *) break ;;
        esac
    done
    set +f
    return 1
}

# Whether $warroom_whole is as much as the shell can carry out.
warroom_complete() {
    (eval "warroom_part() {
$warroom_whole
}") 2>/dev/null
}

warroom_search() {
    set +e
    eval "$warroom_whole"
    warroom_code=$?
    set -e
    case $warroom_code in
        0) ;;
        1) printf '(nothing found: %s)\n' "$warroom_whole" >&2 ;;
        *) exit $warroom_code ;;
    esac
}

warroom_do() {
    case $- in
        *e*) if warroom_searches "$warroom_whole"; then warroom_search && return; fi ;;
        *) ;;
    esac
    case ${warroom_whole%%"$warroom_break"*} in
        *[!A-Za-z0-9_\ ]*'()'*) ;;
        *'()'*) warroom_functions=$warroom_functions$warroom_break$warroom_whole ;;
        *) ;;
    esac
    warroom_now=1
}

trap 'warroom_ended $?' EXIT
set -e
warroom_now=''
if [ $(($(wc -c <"$warroom_run/script"))) -gt 65536 ]; then
    # To look for the ends of its commands would take longer than to run them.
    warroom_long=1
    . "$warroom_run/script"
    exit
fi
exec 8<"$warroom_run/script"
while IFS= read -r warroom_next <&8 || [ -n "$warroom_next" ]; do
    warroom_line=$((warroom_line + 1))
    if [ -z "$warroom_whole" ]; then
        case ${warroom_next#"${warroom_next%%[! ]*}"} in
            '' | '#'*) continue ;;
            *) ;;
        esac
        warroom_from=$warroom_line warroom_whole=$warroom_next
    else
        warroom_whole=$warroom_whole$warroom_break$warroom_next
    fi
    if warroom_complete; then
        warroom_do
        # Not in a function, where return and set -- would mean something else.
        [ -z "$warroom_now" ] || eval "$warroom_whole"
        warroom_whole='' warroom_now=''
    fi
done
# What is left cannot be carried out, and the shell says why.
[ -z "$warroom_whole" ] || eval "$warroom_whole"
