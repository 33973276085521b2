# Read by a shell on another host, which then answers requests about its log files: a call of one of these functions
# each. Answers are lines that begin with a letter; a line with "b" is followed by as many bytes as it says.

LC_ALL=C
export LC_ALL

# stats FILE...: what each is (device, inode, and when it was made where the host knows), how long, when it and what it
# holds was changed.
if stat -L -c %s / >/dev/null 2>&1; then
    stats() { stat -L -c 'f %d-%i-%.9W %s %.9Z %.9Y %n' -- "$@" 2>/dev/null; }
else
    stats() { stat -L -f 'f %d-%i-%FB %z %Fc %Fm %N' -- "$@" 2>/dev/null; }
fi

# hello NONCE: stands before the first answer, and behind whatever a login prints.
hello() {
    printf '%s\n' "warroom $1" "z $(date +%z 2>/dev/null)"
}

# look FILE...: the files there are, with what they are and how long; "d" stands before one that cannot be read.
look() {
    for each in "$@"; do
        shift
        case $each in
            *"
"*) ;;
            *)
                if [ -f "$each" ] && [ -r "$each" ]; then
                    set -- "$@" "$each"
                elif [ -e "$each" ]; then
                    printf 'd %s\n' "$each"
                fi
                ;;
        esac
    done
    if [ $# -gt 0 ]; then stats "$@"; fi
    echo k
}

# get KEY FILE FROM MOST: bytes of the file that was KEY, whatever it is called in its folder by now; "n" where it is
# not there. As many bytes come as were announced, even where the file becomes shorter meanwhile; the size behind them
# tells.
get() {
    if ! name "$1" "$2"; then
        echo n
        return
    fi
    count=$((size - $3))
    if [ $count -lt 0 ]; then count=0; fi
    if [ $count -gt "$4" ]; then count=$4; fi
    echo "b $count $size"
    if [ $count -gt 0 ]; then
        {
            tail -c "+$(($3 + 1))" "$file" | head -c "$count"
            head -c "$count" /dev/zero
        } 2>/dev/null | head -c "$count"
        found $(stats "$file")
    fi
    echo "k $size"
}

# seek KEY FILE FROM COUNT CHARACTERS WHICH [-i]: "o" and where the characters stand in COUNT bytes of it from FROM on,
# counted from there: the first time (WHICH is 1p) or the last ($p); "o" alone where they do not, "x" where no grep can tell.
seek() {
    if ! name "$1" "$2"; then
        echo n
    elif [ "$(printf 'ab\nab\n' | grep -a -b -o -F -e b 2>/dev/null)" != "1:b
4:b" ]; then
        echo x
    else
        at=$(tail -c "+$(($3 + 1))" "$file" | head -c "$4" | grep -a -b -o -F ${7-} -e "$5" | sed -n "$6")
        echo "o${at:+ ${at%%:*}}"
    fi
}

# name KEY FILE: finds what the file that was KEY is called in its folder by now, and how long it is.
name() {
    found $(stats "$2")
    file=$2
    if [ "$key" != "$1" ]; then
        inode=${1#*-}
        file=$(find "${2%/*}/" -maxdepth 1 -type f -inum "${inode%-*}" 2>/dev/null | head -n 1)
        found $(stats "$file")
        [ "$key" = "$1" ]
    fi
}

found() {
    key=${2-} size=${3-0}
}
