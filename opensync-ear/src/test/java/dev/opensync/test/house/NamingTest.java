package dev.opensync.test.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.opensync.test.house.Product.API;
import static dev.opensync.test.house.Product.CORE;
import static dev.opensync.test.house.Product.WEB;
import static dev.opensync.test.house.Product.endsWith;
import static dev.opensync.test.house.Product.hold;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletResponse;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.Provider;
import org.junit.jupiter.api.Test;

/** A name says what a thing is, and what it is has that name. */
class NamingTest {

    @Test
    void servicesAreStatelessBeansAndTheOtherWayRound() {
        hold(classes().that(CORE).and().haveSimpleNameEndingWith("Service").should(beAnnotatedWith(Stateless.class)));
        hold(classes().that().areAnnotatedWith(Stateless.class).should().haveSimpleNameEndingWith("Service"));
    }

    @Test
    void repositoriesAreApplicationScoped() {
        hold(classes()
                .that()
                .haveSimpleNameEndingWith("Repository")
                .should()
                .beAnnotatedWith(ApplicationScoped.class)
                .allowEmptyShould(true));
    }

    @Test
    void resourcesHaveAPathAndTheOtherWayRound() {
        hold(classes().that().areAnnotatedWith(Path.class).should().haveSimpleNameEndingWith("Resource"));
        hold(classes().that(API).and().haveSimpleNameEndingWith("Resource").should(beAnnotatedWith(Path.class)));
    }

    @Test
    void filtersAndMappersAreProviders() {
        hold(classes()
                .that(API)
                .and()
                .areTopLevelClasses()
                .and(endsWith("Filter").or(endsWith("Mapper")))
                .and()
                .areNotAssignableTo(Filter.class)
                .should(beAnnotatedWith(Provider.class)));
    }

    @Test
    void requestsAndResponsesAreRecords() {
        hold(classes()
                .that(API)
                .and(endsWith("Request").or(endsWith("Response")))
                .and()
                .areNotAssignableTo(ServletResponse.class)
                .should()
                .beRecords());
    }

    @Test
    void namedBeansOfTheConsoleAreViews() {
        hold(classes()
                .that(WEB)
                .and()
                .areAnnotatedWith(Named.class)
                .and()
                .doNotHaveSimpleName("SignedInAccount")
                .should()
                .haveSimpleNameEndingWith("View")
                .allowEmptyShould(true));
        hold(classes().that(WEB).and(endsWith("View")).should(beAnnotatedWith(Named.class)));
    }

    @Test
    void namesSayWhatAThingIs() {
        hold(noClasses()
                .should()
                .haveNameMatching(".*(Impl|Utils?|Helper|Manager|Handler|Dto|Bean|Assembler)(\\$.*)?"));
        hold(noClasses().should().haveNameMatching(".*\\.(Abstract|Base)[A-Z][^.]*"));
        hold(noClasses().that().areInterfaces().should().haveNameMatching(".*\\.I[A-Z][a-z][^.]*"));
    }

    @Test
    void recordsOfTheApiArePublic() {
        hold(classes()
                .that(API)
                .and()
                .areRecords()
                .and(endsWith("Request")
                        .or(endsWith("Response"))
                        .or(describe("are parts of those", JavaClass::isNestedClass)))
                .and()
                .doNotHaveModifier(JavaModifier.PRIVATE)
                .should()
                .bePublic());
    }
}
