package dev.warroom.runbook;

import java.util.List;
import java.util.Set;

/** The names of commands that runbooks use. */
final class Commands {

    private static final Set<String> KNOWN =
            words(
                    """
                    R Rscript ab ack adb addgroup adduser ag age alembic alias amtool ansible ansible-galaxy
                    ansible-playbook ansible-vault apachectl apk apropos apt apt-cache apt-get
                    apt-key aptitude arcconf arch argo argocd aria2c arping artillery artisan as
                    asdf at atlas atop awk aws az azd b2 base64 basename bash bastille bat bc
                    bcache bconsole bcp bdf bg bhyve birdc blkid bootctl borg borgmatic boundary
                    bpftrace bq brctl brew bridge btop btrfs buildah bun bundle bunzip2 bzip2 cabal
                    cal calicoctl camcontrol cargo cat cbt ccze cd cdk celery ceph
                    ceph-bluestore-tool ceph-volume cephadm cephfs-journal-tool certbot certtool
                    cfssl chage chalice chattr chcon chef-client chef-server-ctl chgrp chkconfig
                    chmod chown chpasswd chronyc chronyd chroot chrt chsh cilium cksum clear
                    clickhouse-client cloudflared cmake cmctl cmp cockroach colmena column comm
                    composer conda conntrack consul consul-template copilot coredumpctl corepack
                    corosync-cfgtool corosync-quorumtool cosign cp cpio cqlsh createdb createuser
                    crictl crm crm_mon cron crontab crsctl crushtool cryptsetup
                    cryptsetup-reencrypt csplit ctr curl cut cypher-shell datadog-agent date db2
                    dbmate dcos dd debconf-set-selections debootstrap declare deno depmod df dialog
                    diesel diff dig dir dirname diskutil disown django-admin dlnkmgr dmesg
                    dmidecode dmsetup dnf doas docker docker-compose docker-machine doctl doppler
                    dotnet doveadm doveconf dovecot dpkg dpkg-reconfigure dracut drbdadm
                    drizzle-kit dropdb drush dscl du duckdb e2fsck e2label eas eb ebtables echo
                    ecs-cli ed efibootmgr egrep eksctl elixir emacs env envsubst esac etcdctl
                    etcdutl ethtool eval exabgp exec exim exit expo export expr fail2ban-client
                    faillock faillog fallocate false fastlane fdisk fg fgrep file find findmnt
                    firebase firewall-cmd flarectl flask flock fluent-bit flux fly flyctl flyway
                    fold for free freebsd-update fsck fstrim function fuser g++ gatekeeper gcc
                    gcloud gdb geli gem geom getcap getconf getenforce getent getfacl getopts
                    getsebool getsysconf gh ghcup git gitlab-backup gitlab-ctl gitlab-psql
                    gitlab-rails gitlab-rake gitlab-runner glab glabel gluster gmirror go gobgp
                    golangci-lint goose gpart gpg gpg2 gpgconf gradle grafana-cli grep groupadd
                    groupdel groupmod groups grpck grpcurl grub-install grub-mkconfig
                    grub2-mkconfig grype gsutil gunicorn gunzip gzip hadoop halt haproxy hash
                    hashcat hasura hatop hbase hcloud hdfs hdparm head helm helmfile heroku hexdump
                    hey history host hostapd_cli hostname hostnamectl hping3 hpssacli htop htpasswd
                    http httpd https hugo hwclock ibmcloud iconv id if ifconfig ifdown iftop ifup
                    import infisical influx influxd init initctl innobackupex insmod install iocage
                    ioscan iostat iotop ip ip6tables ipa ipcalc ipcrm ipcs iperf iperf3 ipmitool
                    ipset iptables iptables-restore iptables-save ipvsadm iscsiadm iscsictl
                    istioctl iw iwconfig java javac jcmd jekyll jenv jexec jhsdb jls jmap jmeter
                    join journalctl jps jq jstack jstat k k0s k3d k3s k6 k9s kadmin kafka-acls
                    kafka-configs kafka-console-consumer kafka-console-producer
                    kafka-consumer-groups kafka-reassign-partitions kafka-topics kafka-topics.sh
                    kafkacat kcat keepalived keytool kill killall kind kinit klist knex knife kops
                    krew ktutil kubeadm kubectl kubectx kubens kubeseal kustomize last lastb
                    lastlog launchctl ldapadd ldapdelete ldapmodify ldapmodrdn ldappasswd
                    ldapsearch ldapwhoami ldconfig ldd lein lerna less let limactl linkerd
                    linode-cli liquibase ll ln lnav local locale localectl locate locust logcli
                    logger loginctl logout logrotate losetup lpstat ls lsattr lsb_release lsblk
                    lscpu lsdev lshw lsinitrd lslv lsmod lsns lsof lspath lspci lspv lsscsi lsusb
                    lsvg ltrace lvchange lvconvert lvcreate lvdisplay lvextend lvmdiskscan lvreduce
                    lvremove lvresize lvs lvscan lxc lxd lz4 mail mailq mailx make man mandb
                    mapfile mariadb mariadb-dump mbuffer mc mcelog md5sum mdadm megacli
                    memcached-tool microk8s migrate mimirtool minikube mix mkdir mkdocs mke2fs
                    mkfifo mkfs mkinitcpio mknod mkswap mktemp mock modinfo modprobe mongo mongod
                    mongodump mongoexport mongoimport mongorestore mongosh mongostat mongotop monit
                    mosquitto_pub mosquitto_sub mount mpathconf mpstat msbuild mt mtr multipath
                    munge mutt mv mvn mycli myisamchk mypy mysql mysqladmin mysqlbackup mysqlbinlog
                    mysqlcheck mysqldump mysqlimport mysqlpump mysqlsh nano nats nc ncat ncdu
                    nerdctl netcat netlify netplan netq netstat networkctl networksetup newaliases
                    newgrp newman newrelic nextflow nfsiostat nfsstat nft nginx ngrep ngrok nice
                    nikto nix nl nload nmap nmcli nmtui node nodetool nohup nomad npm nproc npx
                    nsenter nslookup ntpd ntpdate ntpq nuget numactl numastat nvidia-ctk nvidia-smi
                    nvm nvme nx oc oci od omconfig omreport onesixtyone oomctl op opcontrol
                    opensearch-cli openssl openstack opkg osascript ovn-nbctl ovn-sbctl ovs-ofctl
                    ovs-vsctl packer pacman pam_tally2 parallel parted partprobe passwd paste patch
                    patroni patronictl pcs pdbedit perccli percona-release perf perl pfctl
                    pg_basebackup pg_config pg_controldata pg_ctl pg_ctlcluster pg_dump pg_dumpall
                    pg_isready pg_lsclusters pg_repack pg_resetwal pg_restore pg_rewind pg_upgrade
                    pg_waldump pgbackrest pgbench pgcli pgrep php php-fpm pidof pidstat ping ping6
                    pip pip3 pipenv pipx pkg pkg_add pkg_info pkill pm2 pmap pmxcfs pnpm pod podman
                    poetry popd portainer portsnap postalias postconf postfix postgres postmap
                    postqueue postsuper powermt pre-commit printenv printf prisma prlimit pro
                    promtool protoc proxysql ps psql pstack pstree pt-query-digest
                    pt-table-checksum pulsar-admin pulumi puma puppet pushd pv pvcreate pvdisplay
                    pvecm pvmove pvresize pvs pvscan pwck pwd pwgen py-spy pytest python python2
                    python3 qemu-img questdb quota rabbitmq-diagnostics rabbitmq-plugins
                    rabbitmqadmin rabbitmqctl racadm rados radosgw-admin rails railway rake
                    rasdaemon rauc rbd rbenv rc-service rc-status rc-update rcctl rclone rdb
                    rdiff-backup read readelf readlink realpath rebar3 reboot redis-benchmark
                    redis-check-aof redis-check-rdb redis-cli redis-sentinel redis-server
                    redis-trib rename render renice repmgr repquota reset resize2fs resolvectl
                    restic restorecon rg riak riak-admin rke rke2 rkhunter rlogin rm rmdir rmmod
                    rocm-smi rosa route rpcinfo rpk rpm rspamc rsync ruby runc runlevel runme
                    rustup s3cmd s5cmd sa-learn sacct sacctmgr salloc salt salt-call salt-key sam
                    samba-tool sapcontrol sar sas2ircu sas3ircu sbatch sbt scancel scontrol scp
                    screen script scutil sdiag sea-orm-cli sed sentry-cli seq sequelize serverless
                    service sestatus set setcap setenforce setfacl setfattr setsebool setsid
                    setup.sh sfdisk sftp sgdisk sh sha1sum sha256sum sha512sum shasum shopt
                    showmount shred shuf shutdown sidekiq sinfo skaffold skopeo slabtop slapadd
                    slapcat slapindex slappasswd slaptest sleep sls smartctl smbclient smbstatus
                    snap snapper snmpget snmpwalk socat sockstat softwareupdate sops sort sosreport
                    source spamassassin spctl spilo split sprio sqlcmd sqlite3 sqlplus sqlx squeue
                    sreport srun srvctl ss ssacli ssh ssh-add ssh-agent ssh-copy-id ssh-keygen
                    ssh-keyscan sshare sshfs sshpass ssl-cert-check stack stat stdbuf step stern
                    stolonctl storcli strace stress stress-ng strings su subscription-manager sudo
                    sudoedit supabase supervisorctl svn swaks swapctl swapoff swapon swift syft
                    sync sysbench sysctl sysdig syslog-ng sysrc systemctl systemd-analyze
                    systemd-cgls systemd-cgtop systemd-resolve systemd-run systemd-tmpfiles tac
                    tail tailscale talosctl tar task taskset tc tcpdump tcpflow tcpkill
                    tcptraceroute tctl tee telegraf teleport telnet temporal terraform terragrunt
                    test testparm tf tfenv thanos tilt time timedatectl timeout tiup tkn tmux tofu
                    toolbox top touch tput tr tracepath traceroute trap trivy true truncate tsh
                    tshark tsx tunctl tune2fs tuned-adm turbo turbostat type typeorm uci udevadm
                    udisksctl ufw ulimit umask umount unalias uname unbound-checkconf
                    unbound-control uniq unlink unlzma unmunge unset unshare until unxz unzip
                    update-alternatives update-ca-certificates update-grub update-initramfs
                    update-rc.d uptime usbreset useradd userdel usermod usql uuidgen uv uvicorn
                    uwsgi vacuumdb vagrant valgrind valkey-cli valkey-server varnishadm varnishlog
                    varnishstat vault vboxmanage vector vegeta velero vercel vgcfgrestore vgchange
                    vgcreate vgdisplay vgextend vgreduce vgs vgscan vi view vim vipw virsh
                    virt-install virt-top virtualenv visudo vite vmstat vmtouch vtctlclient
                    vtctldclient vtysh w wait wal-g wall watch wbinfo wc weave wg wg-quick wget
                    whatweb whereis which while who whoami whois winbindd wipefs wireshark wp
                    wpa_cli wrangler wrk xargs xcodebuild xfs_growfs xfs_repair xfsdump xl xm
                    xtrabackup xxd xz yarn yes youtube-dl yq yum zabbix_get zabbix_sender zcat zdb
                    zfs zgrep zip zipinfo zkCli.sh zkServer.sh zless zpool zramctl zsh zstd zstdcat
                    zstreamdump zypper
                    """);

    /** Known commands with which an English sentence may begin as well. */
    private static final Set<String> ALSO_WORDS =
            words(
                    """
                    age artillery artisan as at atlas borg boundary bridge bun
                    cat clear column copilot cut date declare diesel dir exit
                    expo export false file find flask fly fold for free function
                    goose hash head hey history host http https if import init
                    install join k kill kind last less let local locate locust
                    mail make man migrate mock mount nats node op parallel paste
                    patch perf pod prisma pro railway read rename render reset
                    route screen script select serverless service set setup.sh
                    shutdown sidekiq sleep sort source split stack step strings
                    swift sync task teleport temporal test tilt time top touch
                    true truncate turbo type until vector view w wait wall watch
                    weave which while who yes
                    """);

    private Commands() {}

    private static Set<String> words(String list) {
        return Set.copyOf(List.of(list.strip().split("\\s+")));
    }

    /** Whether {@code word} names a command: {@code curl}. */
    static boolean isKnown(String word) {
        return KNOWN.contains(word);
    }

    /** Whether a line begins with the name of a command: {@code curl -s localhost}. */
    static boolean begin(String line) {
        return isKnown(FirstWord.of(line.strip()));
    }

    /** Whether a known command is a common word too: {@code make}, {@code find}. */
    static boolean isAlsoWord(String word) {
        return ALSO_WORDS.contains(word);
    }
}
