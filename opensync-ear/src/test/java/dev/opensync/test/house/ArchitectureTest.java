package dev.opensync.test.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.opensync.shared.ClockProducer;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletResponse;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.Provider;
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

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.opensync");

    private static final DescribedPredicate<JavaClass> API = resideInAPackage("dev.opensync.api..");
    private static final DescribedPredicate<JavaClass> WEB = resideInAPackage("dev.opensync.web..");
    private static final DescribedPredicate<JavaClass> EDGES = API.or(WEB).as("the edges");
    private static final DescribedPredicate<JavaClass> CORE = resideInAPackage("dev.opensync..")
            .and(DescribedPredicate.not(EDGES))
            .as("the core");

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
    void namesSayWhatAThingIs() {
        hold(noClasses()
                .should()
                .haveNameMatching(".*(Impl|Utils?|Helper|Manager|Handler|Dto|Bean|Assembler)(\\$.*)?"));
        hold(noClasses().should().haveNameMatching(".*\\.(Abstract|Base)[A-Z][^.]*"));
        hold(noClasses().that().areInterfaces().should().haveNameMatching(".*\\.I[A-Z][a-z][^.]*"));
    }

    @Test
    void timeComesFromTheClock() {
        hold(noClasses().that().doNotBelongToAnyOf(ClockProducer.class).should().callMethodWhere(readsTheTime()));
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
                                .filter(field -> field.isAnnotatedWith(Inject.class))
                                .filter(field -> !field.getRawType().isEquivalentTo(InstantSource.class))
                                .count();
                        events.add(new SimpleConditionEvent(
                                type, injected <= MOST_INJECTED_FIELDS, type.getName() + " has " + injected));
                    }
                }));
    }

    private static void hold(ArchRule rule) {
        rule.allowEmptyShould(true).check(PRODUCT);
    }

    private static DescribedPredicate<JavaClass> endsWith(String suffix) {
        return describe("end with " + suffix, type -> type.getSimpleName().endsWith(suffix));
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
