package dev.opensync.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Skipped where {@code opensync.test.mysql.url} names no MySQL server. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@RequiresTool("mysql")
@ExtendWith(ToolCondition.class)
public @interface RequiresMySql {}
