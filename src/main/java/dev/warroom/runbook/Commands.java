package dev.warroom.runbook;

import java.util.List;
import java.util.Set;

/** The names of commands that runbooks use. */
final class Commands {

    private static final Set<String> KNOWN =
            words(
                    """
                    R Rscript a2dismod a2dissite a2enmod a2ensite aa-complain aa-enforce aa-logprof
                    aa-status aapt ab ack acme.sh adb addgroup adduser ag age alembic alias aliyun
                    amtool ansible ansible-galaxy ansible-playbook ansible-vault apache2ctl
                    apachectl apcaccess apk apksigner apparmor_parser apparmor_status apptainer
                    apropos apt apt-cache apt-file apt-get apt-key apt-mark aptitude aptly arcconf
                    arch arduino-cli argo argocd aria2c arp arp-scan arping artillery artisan as
                    asdf asmcmd at atlas atop audit2allow auditctl augenrules aureport ausearch
                    autoreconf avdmanager avrdude awk aws aws-vault awslocal az azd b2 base64
                    basename bash bastille bat bc bcache bconsole bcp bdf beadm bectl beeline bg
                    bhyve birdc bitbake blkid bluetoothctl bootctl borg borgmatic boundary bpftool
                    bpftrace bq brctl brew bridge btop btrfs buildah buildctl bun bundle bundler
                    bunzip2 bzip2 cabal cal calicoctl camcontrol cargo cat cbt ccze cd cdk cdktf
                    celery ceph ceph-bluestore-tool ceph-deploy ceph-fuse ceph-volume cephadm
                    cephfs-journal-tool certbot certtool cfssl chage chalice chattr chcon checkov
                    chef-client chef-server-ctl chgrp chkconfig chmod chown chpasswd chronyc
                    chronyd chroot chrt chsh cilium cinder-manage cksum clamdscan clamscan
                    clang-format clang-tidy clear clickhouse-client cloud-init cloud-localds
                    cloudflared clusterctl cmake cmctl cmk cmp cockroach codesign colmena column
                    comm composer compsize conan conda conntrack consul consul-template copilot
                    cordova coredumpctl corepack corosync-cfgtool corosync-quorumtool coscli cosign
                    cp cpio cpufreq-set cpupower cqlsh createdb createrepo_c createuser crictl crm
                    crm_mon cron crontab crsctl crushtool cryptsetup cryptsetup-reencrypt cscli
                    csplit ctr curl cut cvs cypher-shell darwin-rebuild datadog-agent date db2
                    dbmate dcgmi dch dcos dd debconf-set-selections debootstrap debsums debuild
                    declare delv deno depmod df dfu-util dgmgrl dhclient dialog diesel diff dig dir
                    dirname diskutil disown django-admin dlnkmgr dmesg dmidecode dmsetup dnf
                    dnssec-keygen dnssec-signzone doas docker docker-compose docker-machine dockle
                    doctl doppler dotnet doveadm doveconf dovecot dpkg dpkg-buildpackage dpkg-deb
                    dpkg-divert dpkg-query dpkg-reconfigure dput dracut drbdadm drbdsetup
                    drizzle-kit dropdb drush dscl dtc dtoverlay du duckdb duperemove e2fsck e2label
                    eas easyrsa eb ebtables echo ecs-cli ed efibootmgr egrep eksctl elasticdump
                    elasticsearch-plugin elixir emacs emqx_ctl env envsubst equery esac eselect
                    espefuse.py esptool esptool.py esxcli etcdctl etcdutl etckeeper ethtool eval
                    exa exabgp exec exigrep exim exim4 exiqgrep exit expdp expo export expr eza
                    ezjail-admin fail2ban-client fail2ban-regex faillock faillog fallocate false
                    fastboot fastlane fdisk fdupes fg fgrep file filebeat find findmnt firebase
                    firewall-cmd firstboot flarectl flash_erase flashrom flask flatpak flock
                    fluent-bit flutter flux fly flyctl flyway fold for free freebsd-update
                    freebsd-version freshclam fsck fstrim function fuser fw_printenv fw_setenv
                    fwupdmgr fwupdtool g++ gatekeeper gcc gcloud gcov gcrane gdb gdbserver geli gem
                    geom getcap getconf getenforce getent getfacl getopts getsebool getsysconf gh
                    ghcup git git-filter-repo git-lfs gitlab-backup gitlab-ctl gitlab-psql
                    gitlab-rails gitlab-rake gitlab-runner gitleaks glab glabel glance-manage
                    gluster gmirror gnop gnutls-cli go gobgp golangci-lint goofys goose govc gpart
                    gpg gpg2 gpgconf gpgv gpiodetect gpioget gpioinfo gpioset gprof gradle
                    grafana-cli grep groupadd groupdel groupmod groups grpck grpcurl grub-install
                    grub-mkconfig grub2-mkconfig grype gsutil guestfish guestmount gunicorn gunzip
                    gzip ha-manager hadolint hadoop halt haproxy hash hashcat hasura hatop hbase
                    hcloud hdfs hdiutil hdparm head heimdall helm helmfile heroku hexdump hey hg
                    history home-manager host hostapd_cli hostname hostnamectl hpacucli hping3
                    hpssacli htop htpasswd http httpd https hugo hwclock i2cdetect i2cdump i2cget
                    i2cset iblinkinfo ibmcloud ibstat ibstatus icingacli iconv id idevice_id
                    ideviceinfo idf.py if ifconfig ifdown iftop ifup impala-shell impdp import
                    infisical influx influxd infracost init initctl innobackupex insmod install
                    inxi iocage ios-deploy ioscan iostat iotop ip ip6tables ipa ipcalc ipcrm ipcs
                    iperf iperf3 ipmicfg ipmitool ipset iptables iptables-restore iptables-save
                    ipvsadm iscsiadm iscsictl isql istioctl iw iwconfig iwctl iwlist java javac
                    jcmd jekyll jenv jexec jhsdb jls jmap jmeter join journalctl jps jq jstack
                    jstat juju k k0s k3d k3s k3sup k6 k9s kadmin kafka-acls kafka-configs
                    kafka-console-consumer kafka-console-producer kafka-consumer-groups
                    kafka-reassign-partitions kafka-topics kafka-topics.sh kafkacat kafkactl kamal
                    kcat kdig keepalived keystone-manage keytool kill killall kind kinit klist knex
                    knife knotc kops krew ktutil kubeadm kubecolor kubeconform kubectl kubectx
                    kubens kubeone kubeseal kustomize last lastb lastlog launchctl lctl ldapadd
                    ldapdelete ldapmodify ldapmodrdn ldappasswd ldapsearch ldapwhoami ldconfig ldd
                    lein lerna less let lfs limactl linkerd linode-cli lintian liquibase ll lldpcli
                    lldpctl ln lnav lnetctl local locale locale-gen localectl locate locust logcli
                    logger loginctl logout logread logrotate losetup lpstat ls lsattr lsb_release
                    lsblk lscpu lsdev lshw lsinitrd lslv lsmod lsnrctl lsns lsof lspath lspci lspv
                    lsscsi lstopo lsusb lsvg ltrace lvchange lvconvert lvcreate lvdisplay lvextend
                    lvmdiskscan lvreduce lvremove lvresize lvs lvscan lxc lxd lynis lz4 mail mailq
                    mailx make makepkg mamba man mandb mapfile mariadb mariadb-dump masscan
                    matchpathcon mbuffer mc mcelog md5sum mdadm megacli memcached-tool metricbeat
                    microceph microdnf microk8s micromamba midclt migrate mimirtool minikube
                    minisign mix mkcert mkdir mkdocs mke2fs mkfifo mkfs mkimage mkinitcpio mknod
                    mkswap mktemp mmgetstate mmlscluster mmlsfs mmshutdown mmstartup mock modinfo
                    modprobe mokutil mongo mongod mongodump mongoexport mongoimport mongorestore
                    mongosh mongostat mongotop monit mosquitto_passwd mosquitto_pub mosquitto_sub
                    mount mpathconf mpstat msbuild msmtp mt mtr multipath munge mutt mv mvn mycli
                    myisamchk mypy mysql mysqladmin mysqlbackup mysqlbinlog mysqlcheck mysqldump
                    mysqlimport mysqlpump mysqlsh named-checkconf named-checkzone nandwrite nano
                    nats nc ncat ncdu needrestart nerdctl netcat netlify netplan netq netstat
                    networkctl networksetup neutron-ovn-db-sync-util newaliases newgrp newman
                    newrelic nextflow nfsiostat nfsstat nft nginx ngrep ngrok nice nikto nix
                    nix-build nix-channel nix-collect-garbage nix-env nix-shell nixos-rebuild nl
                    nload nmap nmcli nmtui node nodetool nohup nomad notarytool nova-manage npm
                    nproc npx nrfjprog nrfutil nsd-control nsenter nslookup nsupdate ntpd ntpdate
                    ntpq nuget numactl numastat nut-scanner nvcc nvidia-ctk nvidia-settings
                    nvidia-smi nvm nvme nvmetcli nx oc oci od omconfig omd omreport onesixtyone
                    oomctl op opcontrol openconnect opendkim-genkey opendkim-testkey openocd
                    opensearch-cli openshift-install openssl openstack opkg oras osascript oscap
                    osqueryi ossutil ovftool ovn-appctl ovn-nbctl ovn-sbctl ovn-trace ovs-appctl
                    ovs-dpctl ovs-ofctl ovs-vsctl ovsdb-client ovsdb-tool packer pacman pam_tally2
                    papermill parallel parted partprobe passwd paste patch patroni patronictl pcs
                    pct pdbedit pdm pdns_control pdnsutil pecl perccli percona-release perf perl
                    pfctl pg_basebackup pg_config pg_controldata pg_ctl pg_ctlcluster pg_dump
                    pg_dumpall pg_isready pg_lsclusters pg_repack pg_resetwal pg_restore pg_rewind
                    pg_upgrade pg_waldump pgbackrest pgbench pgcli pgrep php php-fpm phpize
                    picotool pidof pidstat pihole ping ping6 pip pip3 pipenv pipx pixi pk12util pkg
                    pkg_add pkg_info pkgin pkill platformio plutil pm2 pmap pmset pmxcfs pnpm pod
                    podman podman-compose poetry popd portainer portsnap postalias postconf postfix
                    postgres postmap postmulti postqueue postsuper poudriere powermt pre-commit
                    printenv printf prisma prlimit pro promtool protoc proxmox-backup-client
                    proxmox-backup-manager proxysql ps psql pstack pstree pt-query-digest
                    pt-table-checksum pulsar-admin pulumi puma pumactl puppet pushd pv pvcreate
                    pvdisplay pveam pveceph pvecm pvesh pvesm pvmove pvresize pvs pvscan pwck pwd
                    pwgen py-spy pyenv pyspark pytest python python2 python3 qemu-img qemu-nbd
                    qemu-system-x86_64 qm qmake qmrestore questdb quota rabbitmq-diagnostics
                    rabbitmq-plugins rabbitmq-queues rabbitmq-server rabbitmq-upgrade rabbitmqadmin
                    rabbitmqctl racadm rados radosgw-admin rails railway rake rasdaemon
                    raspi-config rauc rbd rbenv rc-service rc-status rc-update rcctl rclone rdb
                    rdiff-backup rdmsr read readelf readlink realpath rebar3 reboot rec_control
                    redis-benchmark redis-check-aof redis-check-rdb redis-cli redis-sentinel
                    redis-server redis-trib regctl rename render renice repmgr reportbug repquota
                    reprepro reset resize2fs resolvectl restic restorecon rfkill rg riak riak-admin
                    rkdeveloptool rke rke2 rkhunter rlogin rm rman rmdir rmmod rndc rocm-smi
                    rocminfo rosa route rpcinfo rpi-eeprom-config rpi-eeprom-update rpi-update rpk
                    rpm rpm-ostree rpmbuild rpmlint rspamadm rspamc rsync ruby runc runlevel runme
                    rustup rvm s3cmd s3fs s4cmd s5cmd sa-learn sa-update sacct sacctmgr salloc salt
                    salt-call salt-key sam samba-tool saml2aws sapcontrol sar sas2ircu sas3ircu
                    sbatch sbt scancel scontrol scp screen script scutil scw sdiag sdkmanager
                    sea-orm-cli sealert sed seinfo semanage semgrep sendmail sensors-detect
                    sensuctl sentry-cli seq sequelize serverless service sesearch sestatus set
                    setcap setenforce setfacl setfattr setsebool setsid setup.sh setxkbmap sfdisk
                    sftp sg_inq sgdisk sh sha1sum sha256sum sha512sum shasum shopt showmount shred
                    shuf shutdown sidekiq sieve-test sievec sinfo singularity skaffold skopeo
                    slabtop slapadd slapcat slapindex slappasswd slaptest sleep sls smartctl
                    smbclient smbstatus snap snapcraft snapper snmpget snmpwalk snowsql snyk socat
                    sockstat softwareupdate sonar-scanner sops sort sosreport source spamassassin
                    spark-shell spark-sql spark-submit spctl sphinx-build spilo split sprio sqlcmd
                    sqlite3 sqlplus sqlx sqoop squeue squidclient sreport srun srvctl ss ssacli ssh
                    ssh-add ssh-agent ssh-audit ssh-copy-id ssh-keygen ssh-keyscan sshare sshfs
                    sshpass ssl-cert-check sslscan st-flash stack stat stdbuf step stern stolonctl
                    storcli strace stress stress-ng strings su subscription-manager sudo sudoedit
                    supabase supervisorctl suricata-update svn svnadmin swaks swanctl swapctl
                    swapoff swapon swift swupdate syft sync synogroup synopkg synopkgctl
                    synoservice synoservicectl synoshare synosystemctl synouser sysbench sysctl
                    sysdig syslog-ng sysrc systemctl systemd-analyze systemd-cgls systemd-cgtop
                    systemd-resolve systemd-run systemd-tmpfiles sysupgrade tac tail tailscale
                    talosctl tar targetcli task taskset tc tccli tcpdump tcpflow tcpkill tcpreplay
                    tcptraceroute tctl tdnf tee telegraf teleport telnet temporal terraform
                    terraform-docs terragrunt test testparm testssl.sh tf tfenv tflint tfsec tgtadm
                    thanos tilt time timedatectl timeout tiup tkn tmutil tmux tnsping tofu toolbox
                    top touch tput tr tracepath traceroute trap trivy true truncate tsh tshark tsx
                    tunctl tune2fs tuned-adm turbo turbostat twine type typeorm ubiformat ubus uci
                    uclient-fetch udevadm udisksctl ufw ulimit umask umount unalias uname
                    unattended-upgrade unbound-checkconf unbound-control uniq unlink unlzma unmunge
                    unset unshare until unxz unzip upctl update-alternatives update-ca-certificates
                    update-grub update-initramfs update-locale update-rc.d upsc upscmd upsdrvctl
                    upsrw uptime usacloud usbreset useradd userdel usermod usql uuidgen uv uvicorn
                    uvx uwsgi vacuumdb vagrant valgrind valkey-cli valkey-server varnishadm
                    varnishlog varnishstat vault vboxmanage vcgencmd vcpkg vector vegeta velero
                    vercel vgcfgrestore vgchange vgcreate vgdisplay vgextend vgreduce vgs vgscan vi
                    view vim vim-cmd vipw virsh virt-builder virt-clone virt-customize virt-install
                    virt-resize virt-top virtualenv visudo vite vmctl vmkfstools vmstat vmtouch
                    vtctlclient vtctldclient vtysh vultr-cli vzdump w wait wal-g wall wasm-pack
                    watch wbinfo wc weave wg wg-quick wget whatweb whereis which while who whoami
                    whois winbindd wipefs wireshark wp wpa_cli wpa_passphrase wrangler wrk wrmsr
                    xargs xbps-install xbps-query xcode-select xcodebuild xcrun xdotool xfs_growfs
                    xfs_repair xfsdump xl xm xrandr xset xtrabackup xxd xz yarn yes youtube-dl yq
                    yum zabbix_get zabbix_sender zcat zdb zeekctl zerotier-cli zfs zgrep zip
                    zipalign zipinfo zkCli.sh zkServer.sh zless zookeeper-shell zpool zramctl zsh
                    zstd zstdcat zstreamdump zypper
                    """);

    private static final Set<String> STATEMENTS =
            Set.of(
                    "declare",
                    "export",
                    "for",
                    "function",
                    "if",
                    "import",
                    "let",
                    "return",
                    "test",
                    "type",
                    "until",
                    "while");

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

    /** Whether a known command begins statements of programming languages too: {@code import}. */
    static boolean beginsStatement(String word) {
        return STATEMENTS.contains(word);
    }
}
