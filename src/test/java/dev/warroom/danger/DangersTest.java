package dev.warroom.danger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.danger.Danger.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is called dangerous, however it is written, and what is not. */
class DangersTest {

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '§',
            textBlock =
                    """
                    DELETES_FILES     ~ rm -rf node_modules
                    DELETES_FILES     ~ rm -r -f x
                    DELETES_FILES     ~ rm --recursive x
                    DELETES_FILES     ~ /bin/rm -fr "$DIR"
                    DELETES_FILES     ~ 'rm' "-rf" x
                    DELETES_FILES     ~ \\rm -Rf x
                    DELETES_FILES     ~ sudo -u app rm -rf x
                    DELETES_FILES     ~ bash -c 'cd /x && rm -rf y'
                    DELETES_FILES     ~ ssh app-1 "sudo rm -rf /srv/cache"
                    DELETES_FILES     ~ find . -name x -exec rm -rf {} \\;
                    DELETES_FILES     ~ find /tmp -mtime +3 -delete
                    DELETES_FILES     ~ ls | xargs rm -rf
                    DELETES_FILES     ~ echo "$(rm -rf x)"
                    DELETES_FILES     ~ echo `rm -rf x`
                    DELETES_FILES     ~ if true; then rm -rf x; fi
                    DELETES_FILES     ~ for i in 1 2; do rm -rf $i; done
                    DELETES_FILES     ~ kubectl exec -it p -- sh -c 'rm -rf /data'
                    DELETES_FILES     ~ docker exec web rm -rf /data
                    DELETES_FILES     ~ trap 'rm -rf x' EXIT
                    DELETES_FILES     ~ rm -f /var/log/app/*.log
                    DELETES_FILES     ~ rsync -a --delete a/ b/
                    DELETES_FILES     ~ truncate -s 0 app.log
                    EMPTIES_STORE     ~ redis-cli FLUSHALL
                    EMPTIES_STORE     ~ redis-cli -h cache -n 2 flushdb
                    EMPTIES_STORE     ~ echo FLUSHALL | redis-cli
                    EMPTIES_STORE     ~ echo flush_all | nc localhost 11211
                    EMPTIES_STORE     ~ docker exec cache redis-cli FLUSHALL
                    EMPTIES_STORE     ~ redis-cli <<< FLUSHALL
                    DROPS_DATA        ~ mysql -e "DROP TABLE jobs"
                    DROPS_DATA        ~ psql -c 'drop database shop;'
                    DROPS_DATA        ~ echo "DROP TABLE jobs" | mysql
                    DROPS_DATA        ~ psql -c "TRUNCATE jobs"
                    DROPS_DATA        ~ mysql -e "DELETE FROM jobs;"
                    DROPS_DATA        ~ mongosh --eval 'db.jobs.drop()'
                    DROPS_DATA        ~ dropdb shop
                    DROPS_DATA        ~ bin/rails db:drop
                    DROPS_DATA        ~ ssh db 'mysql -e "DROP TABLE jobs"'
                    OVERWRITES_DISK   ~ mkfs.ext4 /dev/sdb1
                    OVERWRITES_DISK   ~ mkfs -t xfs /dev/sdb1
                    OVERWRITES_DISK   ~ dd if=image of=/dev/sdb bs=4M
                    OVERWRITES_DISK   ~ sudo dd of=/swap if=/dev/zero
                    OVERWRITES_DISK   ~ cat image > /dev/sdb
                    OVERWRITES_DISK   ~ wipefs -a /dev/sdb
                    OVERWRITES_DISK   ~ lvremove vg/lv
                    KILLS             ~ kill -9 4711
                    KILLS             ~ kill -KILL 4711
                    KILLS             ~ kill -s SIGKILL 4711
                    KILLS             ~ kill -s 9 4711
                    KILLS             ~ sudo pkill -9 -f node
                    KILLS             ~ killall -9 node
                    KILLS             ~ pgrep node | xargs kill -9
                    KILLS             ~ kill -9 $(lsof -ti :3000)
                    KILLS             ~ fuser -k 3000/tcp
                    KILLS             ~ docker kill web
                    FORCES            ~ ./scripts/rollback.sh 1.4.1 --force
                    FORCES            ~ sudo ./deploy.sh --force=true
                    REWRITES_HISTORY  ~ git push -f
                    REWRITES_HISTORY  ~ git push --force origin main
                    REWRITES_HISTORY  ~ git -C repo push --force-with-lease
                    REWRITES_HISTORY  ~ git push origin +main
                    REWRITES_HISTORY  ~ git push origin --delete main
                    DISCARDS_WORK     ~ git reset --hard HEAD~1
                    DISCARDS_WORK     ~ git clean -fdx
                    DELETES_RESOURCES ~ kubectl delete pod web-1
                    DELETES_RESOURCES ~ kubectl -n shop delete -f all.yaml
                    DELETES_RESOURCES ~ kubectl drain node-1
                    DELETES_RESOURCES ~ helm -n shop uninstall web
                    DELETES_RESOURCES ~ docker system prune -af
                    DELETES_RESOURCES ~ docker volume rm data
                    DELETES_RESOURCES ~ docker compose down -v
                    DELETES_RESOURCES ~ terraform destroy
                    DELETES_RESOURCES ~ aws ec2 terminate-instances --instance-ids i-1
                    DELETES_RESOURCES ~ aws s3 rm --recursive s3://bucket
                    DELETES_RESOURCES ~ curl -X DELETE http://es:9200/logs
                    STOPS_MACHINE     ~ sudo reboot
                    STOPS_MACHINE     ~ systemctl reboot
                    STOPS_MACHINE     ~ shutdown -h now
                    OPENS_ACCESS      ~ chmod -R 777 /srv
                    OPENS_ACCESS      ~ iptables -F
                    """)
    void isDangerous(Kind kind, String script) {
        assertThat(Dangers.in(script)).as(script).extracting(Danger::kind).containsExactly(kind);
        assertThat(Dangers.in(script).getFirst().why()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ls -la",
                "rm old.log",
                "rm -i *.log",
                "rm -f pid",
                "echo 'rm -rf /'",
                "echo \"use --force\"",
                "grep -r 'rm -rf' scripts/",
                "grep DROP schema.sql",
                "# rm -rf /",
                "kill 4711",
                "kill -15 4711",
                "kill -TERM 9",
                "kill -0 9",
                "pkill -f 'node.*9'",
                "git push origin main",
                "git push --follow-tags",
                "git fetch --all",
                "kubectl get pods -w",
                "kubectl delete pod x --dry-run=client",
                "./deploy.sh --force --dry-run",
                "./deploy.sh --force=false",
                "mysql -e 'SELECT * FROM dropped'",
                "mysql -e 'DELETE FROM jobs WHERE id = 3'",
                "dd if=/dev/sda of=/dev/null count=1",
                "fdisk -l",
                "cat a > b",
                "redis-cli INFO",
                "shutdown -c",
                "docker ps --force-color",
                "helm list",
                "aws s3 ls",
                "chown -R app:app /srv/app/cache",
                ""
            })
    void isNotDangerous(String script) {
        assertThat(Dangers.in(script)).as(script).isEmpty();
    }

    @Test
    void eachIsToldWithItsPlaceAndWhy() {
        String script = "cd /srv\nsudo ./rollback.sh 1.4.1 --force\n  rm -rf cache && kill -9 12\n";

        assertThat(Dangers.in(script))
                .containsExactly(
                        new Danger(
                                Kind.FORCES,
                                "./rollback.sh 1.4.1 --force",
                                "--force skips the confirmation of rollback.sh",
                                2,
                                1),
                        new Danger(
                                Kind.DELETES_FILES,
                                "rm -rf cache",
                                "it deletes cache with all that is below, without asking; there is"
                                        + " no way back",
                                3,
                                3),
                        new Danger(
                                Kind.KILLS,
                                "kill -9 12",
                                "the process cannot finish what it does: files may be left half"
                                        + " written, locks held",
                                3,
                                19));
    }
}
