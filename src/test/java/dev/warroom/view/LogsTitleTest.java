package dev.warroom.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warroom.room.Desk;
import dev.warroom.room.LogSource;
import dev.warroom.room.Signal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/** What stands above the log lines. */
class LogsTitleTest {

    @ParameterizedTest
    @CsvSource({
        "app-1:/srv/api.log, 2 files ",
        "$ journalctl -f, 2 sources ",
        "step Watch the logs, 2 sources "
    })
    void whatIsNoFileIsNotCalledOne(String name, String words) {
        Desk desk = Desk.inIncident();
        for (String each : new String[] {"logs/web.log", name}) {
            LogSource source = new LogSource(each, LogSource.State.FOLLOWING, "");
            desk.signal(new Signal.LogSourceChanged(source));
        }
        assertThat(ScreensTest.text(desk)).contains("2 Logs · " + words);
    }

    @Test
    void linesThatWereTooManyAreCounted() {
        Desk desk = Desk.inIncident();
        desk.signal(new Signal.LogArrived(List.of(), 1_200))
                .signal(new Signal.LogArrived(List.of(), 34));
        assertThat(ScreensTest.text(desk)).contains(" · following · 1,234 dropped ");
    }
}
