package dev.warroom.runbook;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Rule: a block without a label is shell when most of its lines begin with a known command. */
final class ShellGuess {

    private static final Set<String> COMMANDS =
            Set.of(
                    """
                    alias ansible ansible-playbook apt apt-get aptitude awk aws az base64 bash brew bundle
                    cargo cat cd certbot chgrp chmod chown chroot composer consul cp crictl crontab curl cut
                    date dd df diff dig dmesg dnf docker docker-compose du echo egrep env etcdctl eval exec
                    exit export fdisk find firewall-cmd for free fsck function gcloud git go gpg gradle grep
                    gsutil gunzip gzip head helm host hostname htop id if ifconfig influx initctl iostat
                    iotop ip ipcs iptables java jmap journalctl jps jq jstack k6 kafka-topics kill killall
                    kubectl kubectx kubens ldapsearch less ln local logrotate ls lscpu lsblk lsof lvs
                    make mc md5sum mdadm minikube mkdir mkfs mongo mongodump mongosh mount mpstat mtr mv
                    mvn mysql mysqladmin mysqldump nc netstat nfsstat nginx nmap node nohup nomad npm npx
                    nslookup ntpdate oc openssl passwd patroni patronictl perl pg_ctl pg_dump pg_restore
                    pgrep php pidstat ping pip pip3 pkill pnpm podman printf ps psql pwd python python3 rabbitmqctl
                    reboot redis-cli rke2 rm rmdir rpm rsync ruby salt sar scp sed service set sftp sh
                    sha256sum shutdown sleep smartctl source ss ssh stat strace su sudo swapoff swapon sync
                    sysctl systemctl tail tar tcpdump tee telnet terraform time timedatectl timeout
                    top touch tr traceroute ufw umount uname unset unzip uptime useradd userdel usermod
                    vault vgs vi vim virsh vmstat watch wc wget while xargs yarn yum zcat zfs
                    zgrep zpool zypper
                    """
                            .strip()
                            .split("\\s+"));
    private static final Set<String> INSIDE =
            Set.of("do", "done", "then", "else", "fi", "esac", "}", "{", "|", "&&", "||");
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_]\\w{0,60}=(?![ =]).*");
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\d ./-]{1,60}:(?:\\s.*)?");

    private ShellGuess() {}

    static boolean looksLikeShell(List<String> lines) {
        if (Prompts.startsWithPrompt(lines)) {
            return true;
        }
        int commands = 0;
        int others = 0;
        boolean continued = false;
        for (String line : lines) {
            String text = line.strip();
            if (text.isEmpty() || Comment.is(text)) {
                continue;
            }
            if (!continued) {
                boolean command = isCommand(text);
                if (commands + others == 0 && !command) {
                    return false;
                }
                commands += command ? 1 : 0;
                others += command ? 0 : 1;
            }
            continued = text.endsWith("\\");
        }
        return commands > others;
    }

    /** Whether {@code line} begins as a command does. */
    static boolean isCommand(String line) {
        String text = line.strip();
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        String first = text.substring(0, end);
        if (WORDS.matcher(text).matches()) {
            return false;
        }
        return COMMANDS.contains(first)
                || INSIDE.contains(first)
                || first.startsWith("./")
                || first.startsWith("../")
                || first.startsWith("/") && (first.contains("bin/") || first.endsWith(".sh"))
                || first.endsWith(".sh")
                || ASSIGNMENT.matcher(first).matches();
    }
}
