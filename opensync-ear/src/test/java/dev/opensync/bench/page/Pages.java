package dev.opensync.bench.page;

import dev.opensync.bench.search.Vocabulary;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every page of the console, some of them in several ways: paths by name. */
final class Pages {

    private static final int STRETCHES = 5;

    private final Map<String, String> paths = new LinkedHashMap<>();
    private final ConsoleReader reader;

    private Pages(ConsoleReader reader) {
        this.reader = reader;
    }

    static Map<String, String> of(ConsoleReader reader, PageHistory history) {
        Pages pages = new Pages(reader);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        String twoYears = "from=" + today.minusYears(2) + "&to=" + today;
        pages.addUsage(twoYears);
        pages.addList(twoYears);
        pages.addSessions(history);
        pages.addEvals();
        pages.addOthers();
        return pages.paths;
    }

    private void addUsage(String twoYears) {
        paths.put("overview", "/overview");
        paths.put("overview, 90 days", "/overview?days=90");
        paths.put("overview, two years", "/overview?" + twoYears);
        paths.put("overview, project and model", "/overview?days=90&project=user002&model=gpt-5");
        paths.put("analytics, 7 days", "/analytics?days=7");
        paths.put("analytics", "/analytics");
        paths.put("analytics, 90 days", "/analytics?days=90");
        paths.put("analytics, two years", "/analytics?" + twoYears);
        paths.put("analytics, two years, projects", "/analytics?by=project&" + twoYears);
        paths.put("analytics, two years, source", "/analytics?source=opencode&" + twoYears);
    }

    private void addList(String twoYears) {
        paths.put("sessions", "/sessions");
        paths.put("sessions, later", later("/sessions"));
        for (String order : new String[] {"createdAt", "totalTokens", "cost", "durationMs", "messageCount"}) {
            paths.put("sessions by " + order, "/sessions?sort=" + order);
        }
        paths.put("sessions by cost, later", later("/sessions?sort=cost"));
        paths.put("sessions by cost, upwards", "/sessions?sort=cost&order=asc");
        paths.put("sessions of a project", "/sessions?project=user002");
        paths.put("sessions of a project by cost", "/sessions?sort=cost&project=user002");
        paths.put("sessions of a model", "/sessions?model=gpt-5");
        paths.put("sessions of a model by tokens", "/sessions?sort=totalTokens&model=gpt-5");
        paths.put("sessions of a source", "/sessions?source=codex-cli");
        paths.put("sessions of a provider", "/sessions?provider=google");
        paths.put("sessions for evals", "/sessions?eval=yes");
        paths.put("sessions shared", "/sessions?shared=yes");
        paths.put("sessions of no such model", "/sessions?model=none&sort=cost");
        paths.put("sessions, all filters", "/sessions?model=gpt-5&provider=openai&project=user002&eval=yes&sort=cost");
        paths.put("sessions of 7 days", "/sessions?days=7");
        paths.put("sessions of two years by cost", "/sessions?sort=cost&" + twoYears);
        paths.put("timeline", "/sessions?view=timeline");
        paths.put("timeline, later", later("/sessions?view=timeline", "earlier"));
        paths.put("search in the list", "/sessions?q=" + word());
        paths.put("search in a project", "/sessions?project=user002&q=" + word());
    }

    private void addSessions(PageHistory history) {
        String usual = "/session?id=" + history.session(history.sessions() / 2);
        String longest = "/session?id=" + history.session(1);
        paths.put("session", usual);
        paths.put("session, message", usual + "&at=50");
        paths.put("session of 10,000", longest);
        paths.put("session of 10,000, later", later(longest));
        paths.put("session of 10,000, message", longest + "&at=7000");
        paths.put("session of 10,000, find", longest.replace("/session", "/find") + "&q=" + word());
        paths.put("session, checks", usual.replace("/session", "/session-checks"));
        paths.put("share", usual.replace("/session", "/share"));
        paths.put("share of 10,000", longest.replace("/session", "/share"));
        paths.put("share of 10,000, search", longest.replace("/session", "/share-secrets") + "&from=10000.0.0.0");
        paths.put("public page of 10,000", "/s/" + PageHistory.SLUG);
    }

    private void addEvals() {
        paths.put("evals", "/evals");
        paths.put("evals, later", later("/evals"));
        paths.put("evals with a tag", "/evals?tag=bug");
        paths.put("evals of a model and state", "/evals?model=gpt-5&status=golden");
        paths.put("datasets", "/datasets");
    }

    private void addOthers() {
        paths.put("context", "/context");
        paths.put("context, words", "/context?type=fulltext&q=" + word());
        paths.put("wrapped", "/wrapped");
        paths.put("wrapped, year", "/wrapped?period=year");
        paths.put("wrapped, picture of the year", "/wrapped-picture?period=year&design=1");
        paths.put("notifications", "/notifications");
        paths.put("bell", "/bell");
        paths.put("settings", "/settings");
        paths.put("docs", "/docs");
        paths.put("api-reference", "/api-reference");
        paths.put("admin/accounts", "/admin/accounts");
        paths.put("admin/search-index", "/admin/search-index");
    }

    /** Of the vocabulary, in every tenth message or so. */
    private static String word() {
        return new Vocabulary().word(20);
    }

    private String later(String path) {
        return later(path, "more");
    }

    private String later(String path, String link) {
        String later = path;
        for (int i = 0; i < STRETCHES; i++) {
            later = reader.link(later, link);
        }
        return later;
    }
}
