package dev.opensync.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.opensync.session.MessageRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTaskTest {

    @Test
    void runsThatMeetAreOne() {
        List<SearchTask> tasks = List.of(
                new SearchTask(1, 7, 3, 3, false),
                new SearchTask(2, 7, 4, 9, false),
                new SearchTask(3, 7, 3, 3, false),
                new SearchTask(4, 7, 20, 20, false),
                new SearchTask(5, 8, 21, 21, false));

        assertThat(SearchTask.runs(tasks))
                .containsExactly(new MessageRun(7, 3, 9), new MessageRun(7, 20, 20), new MessageRun(8, 21, 21));
    }

    @Test
    void wholeSessionCoversItsMessages() {
        List<SearchTask> tasks = List.of(
                new SearchTask(1, 7, 3, 3, false),
                new SearchTask(2, 7, SearchTasks.SESSION, Integer.MAX_VALUE, false),
                new SearchTask(3, 7, 4, 4, false));

        assertThat(SearchTask.runs(tasks)).containsExactly(new MessageRun(7, SearchTasks.SESSION, Integer.MAX_VALUE));
    }
}
