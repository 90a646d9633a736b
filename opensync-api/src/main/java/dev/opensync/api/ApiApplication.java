package dev.opensync.api;

import dev.opensync.api.accesslog.AccessLogFilter;
import dev.opensync.api.accesslog.AccessLogResource;
import dev.opensync.api.account.MeResource;
import dev.opensync.api.analytics.AnalyticsResource;
import dev.opensync.api.analytics.StatsResource;
import dev.opensync.api.context.ContextResource;
import dev.opensync.api.eval.DatasetsResource;
import dev.opensync.api.eval.EvalCasesResource;
import dev.opensync.api.eval.EvalExportsResource;
import dev.opensync.api.eval.EvalMarkResource;
import dev.opensync.api.eval.EvalSessionsResource;
import dev.opensync.api.eval.EvalTagsResource;
import dev.opensync.api.export.ExportResource;
import dev.opensync.api.library.BookmarksResource;
import dev.opensync.api.library.PacksResource;
import dev.opensync.api.library.SavedSearchesResource;
import dev.opensync.api.search.SearchIndexResource;
import dev.opensync.api.search.SearchResource;
import dev.opensync.api.session.SessionsResource;
import dev.opensync.api.sync.FunctionsResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Everything below {@code /api}. */
@ApplicationPath("/api")
public class ApiApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return EdgeClasses.with(
                AccessLogFilter.class,
                AccessLogResource.class,
                AnalyticsResource.class,
                BookmarksResource.class,
                ContextResource.class,
                DatasetsResource.class,
                EvalCasesResource.class,
                EvalExportsResource.class,
                EvalMarkResource.class,
                EvalSessionsResource.class,
                EvalTagsResource.class,
                ExportResource.class,
                FunctionsResource.class,
                MeResource.class,
                PacksResource.class,
                SavedSearchesResource.class,
                SearchIndexResource.class,
                SearchResource.class,
                SessionsResource.class,
                StatsResource.class);
    }
}
