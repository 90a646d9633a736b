package dev.opensync.test.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.opensync.test.house.Product.API;
import static dev.opensync.test.house.Product.CORE;
import static dev.opensync.test.house.Product.EDGES;
import static dev.opensync.test.house.Product.WEB;
import static dev.opensync.test.house.Product.endsWith;
import static dev.opensync.test.house.Product.hold;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.opensync.shared.ClockProducer;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.HttpMethod;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each rule was seen to fail on a class that breaks it. */
class ArchitectureTest {

    private static final int MOST_INJECTED_FIELDS = 5;

    private static final Set<Class<?>> CLOCKS = Set.of(
            Clock.class,
            Instant.class,
            InstantSource.class,
            LocalDate.class,
            LocalDateTime.class,
            OffsetDateTime.class,
            ZonedDateTime.class);

    @Test
    void featuresAreFreeOfCycles() {
        hold(slices().matching("dev.opensync.(*)..").should().beFreeOfCycles());
        hold(slices().matching("dev.opensync.api.(*)..").should().beFreeOfCycles());
        hold(slices().matching("dev.opensync.web.(*)..").should().beFreeOfCycles());
    }

    @Test
    void coreKnowsNoEdge() {
        hold(noClasses()
                .that(CORE)
                .should()
                .dependOnClassesThat(EDGES.or(resideInAnyPackage(
                        "jakarta.ws.rs..", "jakarta.faces..", "jakarta.servlet..", "org.primefaces.."))));
    }

    @Test
    void consoleDoesNotSeeTheApi() {
        // One mechanism decides for the whole WAR whether the API or the console identifies a caller.
        hold(noClasses()
                .that(WEB)
                .and()
                .doNotHaveSimpleName("AuthenticationDispatcher")
                .should()
                .dependOnClassesThat(API));
        hold(noClasses().that(API).should().dependOnClassesThat(WEB));
    }

    @Test
    void edgesNeverTouchTheEntityManager() {
        hold(noClasses().that(EDGES).should().dependOnClassesThat(assignableTo(EntityManager.class)));
    }

    @Test
    void edgesNeverSeeEntities() {
        hold(noClasses().that(EDGES).should().dependOnClassesThat(annotatedWith(Entity.class)));
    }

    @Test
    void onlyRepositoriesHaveAnEntityManager() {
        hold(fields().that()
                .haveRawType(EntityManager.class)
                .should()
                .beDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Repository"));
    }

    @Test
    void entitiesDoNotOrchestrate() {
        hold(noClasses()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .dependOnClassesThat(assignableTo(EntityManager.class).or(annotatedWith(Stateless.class))));
    }

    @Test
    void everyEndpointSaysWhoMayCallIt() {
        hold(methods()
                .that(describe("answer HTTP", method -> method.isMetaAnnotatedWith(HttpMethod.class)))
                .should(new ArchCondition<JavaMethod>("be secured") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        boolean secured = isSecured(method) || isSecured(method.getOwner());
                        events.add(new SimpleConditionEvent(
                                method, secured, method.getFullName() + " has neither @RolesAllowed nor @PermitAll"));
                    }
                }));
    }

    @Test
    void timeComesFromTheClock() {
        hold(noClasses().that().doNotBelongToAnyOf(ClockProducer.class).should().callMethodWhere(readsTheTime()));
    }

    @Test
    void nothingIsASinglePrecisionNumber() {
        hold(noFields().should().haveRawType(float.class));
        hold(noFields().should().haveRawType(Float.class));
    }

    @Test
    void nobodyPrints() {
        hold(noClasses().should(ACCESS_STANDARD_STREAMS));
    }

    @Test
    void nobodySleeps() {
        hold(noClasses()
                .should()
                .callMethodWhere(describe(
                        "sleeps",
                        call -> call.getTarget().getName().equals("sleep")
                                && call.getTargetOwner().isEquivalentTo(Thread.class))));
    }

    @Test
    void noClassIsGivenMoreThanItCanCarry() {
        hold(classes()
                .that(DescribedPredicate.not(endsWith("Config")))
                .should(new ArchCondition<>("have at most " + MOST_INJECTED_FIELDS + " injected fields") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        long injected = type.getFields().stream()
                                .filter(field ->
                                        field.isAnnotatedWith(Inject.class) || field.isAnnotatedWith(EJB.class))
                                .filter(field -> !field.getRawType().isEquivalentTo(InstantSource.class))
                                .count();
                        events.add(new SimpleConditionEvent(
                                type, injected <= MOST_INJECTED_FIELDS, type.getName() + " has " + injected));
                    }
                }));
    }

    /** Decision 139. Beans of one request are made too often to look enterprise beans up by their names. */
    @Test
    void beansThatLiveAsLongAsTheServerDoNotHaveCdiCallEnterpriseBeans() {
        hold(fields().that(areEnterpriseBeans())
                .and()
                .areDeclaredInClassesThat(annotatedWith(ApplicationScoped.class)
                        .or(annotatedWith(Stateless.class))
                        .or(annotatedWith(Singleton.class)))
                .should()
                .beAnnotatedWith(EJB.class));
    }

    private static DescribedPredicate<JavaField> areEnterpriseBeans() {
        return describe("are enterprise beans", field -> field.getRawType().isAnnotatedWith(Stateless.class));
    }

    private static boolean isSecured(CanBeAnnotated place) {
        return place.isAnnotatedWith(RolesAllowed.class) || place.isAnnotatedWith(PermitAll.class);
    }

    private static DescribedPredicate<JavaMethodCall> readsTheTime() {
        return describe("reads the system's time", call -> isCurrentTimeMillis(call) || isNow(call));
    }

    private static boolean isCurrentTimeMillis(JavaAccess<?> call) {
        return call.getTargetOwner().isEquivalentTo(System.class)
                && call.getTarget().getName().equals("currentTimeMillis");
    }

    private static boolean isNow(JavaAccess<?> call) {
        return CLOCKS.stream().anyMatch(clock -> call.getTargetOwner().isEquivalentTo(clock))
                && Set.of("now", "system", "systemUTC", "systemDefaultZone")
                        .contains(call.getTarget().getName());
    }
}
