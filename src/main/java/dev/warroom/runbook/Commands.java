package dev.warroom.runbook;

import java.util.List;
import java.util.Set;

/** The names of commands that runbooks use. */
final class Commands {

    private static final Set<String> KNOWN =
            words(
                    """
                    ab ack adb addgroup adduser ag alias ansible ansible-galaxy ansible-
                    playbook ansible-vault apachectl apk apt apt-cache apt-get apt-key
                    aptitude arch argo argocd aria2c arping as asdf at atlas atop awk aws az
                    b2 base64 basename bash bat bc bconsole bg blkid bpftrace brctl brew
                    btop btrfs buildah bundle bunzip2 bzip2 cal calicoctl cargo cat ccze cd
                    celery ceph ceph-volume cephadm certbot certtool chage chattr chcon
                    chef-client chef-server-ctl chgrp chkconfig chmod chown chpasswd chroot
                    chrt chsh cilium cksum clear clickhouse-client cloudflared cmake cmp
                    cockroach column comm composer conda conntrack consul consul-template
                    coredumpctl corepack cosign cp cpio cqlsh createdb createuser crictl
                    cron crontab crsctl cryptsetup csplit ctr curl cut cypher-shell date db2
                    dcos dd declare deno depmod df dialog diff dig dir dirname disown
                    django-admin dmesg dmidecode dmsetup dnf doas docker docker-compose
                    docker-machine doctl dotnet dpkg dpkg-reconfigure dropdb drush du e2fsck
                    e2label echo ed efibootmgr egrep eksctl elixir emacs env envsubst esac
                    etcdctl etcdutl ethtool eval exec exit export expr fail2ban-client
                    faillock fallocate false fdisk fg fgrep file find findmnt firewall-cmd
                    flarectl flock flux flyctl fold for free fsck fstrim function fuser g++
                    gatekeeper gcc gcloud gdb gem getcap getconf getent getfacl getopts
                    getsebool gh git gitlab-backup gitlab-ctl gitlab-psql gitlab-rails
                    gitlab-rake gitlab-runner glab go golangci-lint gpg gpg2 gpgconf gradle
                    grafana-cli grep groupadd groupdel groupmod groups grpcurl grub-install
                    grub-mkconfig grub2-mkconfig gsutil gunicorn gunzip gzip hadoop halt
                    haproxy hash hbase hdfs head helm helmfile heroku hexdump hey history
                    host hostname hostnamectl hping3 htop htpasswd http httpd https hugo
                    hwclock iconv id if ifconfig ifdown iftop ifup import influx influxd
                    init initctl insmod install iostat iotop ip ip6tables ipcalc ipcrm ipcs
                    iperf iperf3 ipmitool iptables iptables-restore iptables-save ipvsadm
                    iscsiadm istioctl iw iwconfig java javac jcmd jenv jhsdb jmap jmeter
                    join journalctl jps jq jstack jstat k k0s k3s k6 k9s kafka-acls kafka-
                    configs kafka-console-consumer kafka-console-producer kafka-consumer-
                    groups kafka-reassign-partitions kafka-topics kafkacat kcat keepalived
                    keytool kill killall kind kinit klist knife kops krew kubeadm kubectl
                    kubectx kubens kubeseal kustomize last lastlog ldapadd ldapmodify
                    ldapsearch ldconfig ldd less let limactl linkerd ln lnav local locale
                    localectl locate logcli logger loginctl logout logrotate losetup lpstat
                    ls lsattr lsb_release lsblk lscpu lshw lsinitrd lsmod lsns lsof lspci
                    lsscsi lsusb ltrace lvchange lvconvert lvcreate lvdisplay lvextend
                    lvreduce lvremove lvresize lvs lxc lz4 mail mailq mailx make man mapfile
                    mariadb mariadb-dump mbuffer mc md5sum mdadm megacli memcached-tool
                    microk8s minikube mix mkdir mkfifo mkfs mknod mkswap mktemp mock modinfo
                    modprobe mongo mongod mongodump mongoexport mongoimport mongorestore
                    mongosh mongostat mongotop monit mosquitto_pub mosquitto_sub mount
                    mpstat mt mtr multipath mutt mv mvn mycli myisamchk mypy mysql
                    mysqladmin mysqlbinlog mysqlcheck mysqldump mysqlimport mysqlpump nano
                    nc ncat ncdu netcat netplan netstat networkctl newgrp newrelic nfsstat
                    nft nginx ngrep ngrok nice nl nload nmap nmcli node nodetool nohup nomad
                    npm nproc npx nsenter nslookup ntpd ntpdate ntpq numactl nvidia-smi nvm
                    nvme oc od op opcontrol opensearch-cli openssl opkg osascript ovn-nbctl
                    ovn-sbctl ovs-ofctl ovs-vsctl packer pacman parallel parted partprobe
                    passwd paste patch patroni patronictl perf perl pfctl pg_basebackup
                    pg_config pg_controldata pg_ctl pg_ctlcluster pg_dump pg_dumpall
                    pg_isready pg_lsclusters pg_repack pg_resetwal pg_restore pg_rewind
                    pg_upgrade pg_waldump pgbackrest pgbench pgcli pgrep php php-fpm pidof
                    pidstat ping ping6 pip pip3 pipenv pipx pkg pkill pm2 pmap pnpm podman
                    poetry popd portainer postconf postfix postgres postmap postqueue
                    postsuper pre-commit printenv printf prlimit pro promtool protoc
                    proxysql ps psql pstack pstree pulumi puma puppet pushd pv pvcreate
                    pvdisplay pvmove pvresize pvs pwck pwd pwgen py-spy pytest python
                    python2 python3 quota rabbitmq-diagnostics rabbitmq-plugins
                    rabbitmqadmin rabbitmqctl rails rake rbenv rclone rdb rdiff-backup read
                    readelf readlink realpath reboot redis-benchmark redis-check-aof redis-
                    check-rdb redis-cli redis-sentinel redis-server redis-trib rename renice
                    repmgr repquota reset resize2fs resolvectl restic restorecon rg riak
                    riak-admin rke rke2 rkhunter rm rmdir rmmod rosa route rpm rsync ruby
                    runc runlevel runme rustup s3cmd sacctmgr salt salt-call salt-key sar
                    sbt scontrol scp screen script sed seq service sestatus set setcap
                    setenforce setfacl setfattr setsebool setsid setup.sh sfdisk sftp sh
                    sha1sum sha256sum sha512sum shasum shopt showmount shred shuf shutdown
                    sinfo skopeo slapcat sleep smartctl smbclient snap snapper snmpget
                    snmpwalk socat sops sort source spctl spilo split sqlcmd sqlite3 sqlplus
                    squeue srvctl ss ssh ssh-add ssh-agent ssh-copy-id ssh-keygen ssh-
                    keyscan sshfs sshpass ssl-cert-check stat stdbuf stern stolonctl storcli
                    strace stress stress-ng strings su subscription-manager sudo sudoedit
                    supervisorctl svn swaks swapoff swapon sync sysbench sysctl sysdig
                    syslog-ng systemctl systemd-analyze systemd-cgls systemd-cgtop systemd-
                    resolve systemd-run tac tail tailscale talosctl tar task taskset tc
                    tcpdump tcpflow tcptraceroute tctl tee telnet terraform terragrunt test
                    tf tfenv thanos time timedatectl timeout tkn tmux tofu toolbox top touch
                    tput tr tracepath traceroute trap trivy true truncate tsh tshark tunctl
                    tune2fs tuned-adm type udevadm ufw ulimit umask umount unalias uname
                    uniq unlink unlzma unset until unxz unzip uptime useradd userdel usermod
                    uuidgen uv uvicorn uwsgi vacuumdb vagrant valgrind varnishadm varnishlog
                    varnishstat vault vboxmanage velero vgchange vgcreate vgdisplay vgextend
                    vgreduce vgs vi view vim vipw virsh virt-install virtualenv visudo
                    vmstat vtctlclient w wait wal-g wall watch wc weave wget whereis which
                    while who whoami whois winbindd wipefs wp wrk xargs xfs_growfs
                    xfs_repair xfsdump xxd xz yarn yes youtube-dl yq yum zabbix_get
                    zabbix_sender zcat zdb zfs zgrep zip zipinfo zkCli.sh zkServer.sh zless
                    zpool zsh zstd zstdcat zypper
                    """);

    /** Known commands with which an English sentence may begin as well. */
    private static final Set<String> ALSO_WORDS =
            words(
                    """
                    as at atlas cat clear column cut date declare dir exit export false file
                    find fold for free function hash head hey history host http https if
                    import init install join k kill kind last less let local locate mail
                    make man mock mount node op parallel paste patch perf pro read rename
                    reset route screen script select service set setup.sh shutdown sleep
                    sort source split strings sync task test time top touch true truncate
                    type until view w wait wall watch weave which while who yes
                    """);

    private Commands() {}

    private static Set<String> words(String list) {
        return Set.copyOf(List.of(list.strip().split("\\s+")));
    }

    /** Whether {@code word} names a command: {@code curl}. */
    static boolean isKnown(String word) {
        return KNOWN.contains(word);
    }

    /** Whether a known command is a common word too: {@code make}, {@code find}. */
    static boolean isAlsoWord(String word) {
        return ALSO_WORDS.contains(word);
    }
}
