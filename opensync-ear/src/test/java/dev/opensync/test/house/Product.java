package dev.opensync.test.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

/** The classes that ship, and the rooms they are in. */
final class Product {

    static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.opensync");

    static final DescribedPredicate<JavaClass> API = resideInAPackage("dev.opensync.api..");
    static final DescribedPredicate<JavaClass> WEB = resideInAPackage("dev.opensync.web..");
    static final DescribedPredicate<JavaClass> EDGES = API.or(WEB).as("the edges");
    static final DescribedPredicate<JavaClass> CORE = resideInAPackage("dev.opensync..")
            .and(DescribedPredicate.not(EDGES))
            .as("the core");

    private Product() {}

    static void hold(ArchRule rule) {
        rule.allowEmptyShould(true).check(PRODUCT);
    }

    static DescribedPredicate<JavaClass> endsWith(String suffix) {
        return describe("end with " + suffix, type -> type.getSimpleName().endsWith(suffix));
    }
}
