package org.upprop.verification;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.upprop.verification", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule keepsKafkaInMessaging = noClasses()
            .that()
            .resideOutsideOfPackage("..messaging..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka.."));

    @ArchTest
    static final ArchRule keepsSqlInJdbc = noClasses()
            .that()
            .resideOutsideOfPackage("..jdbc..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.sql..", "org.springframework.jdbc.."));

    @ArchTest
    static final ArchRule knowsNoOtherService = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.upprop.intake..", "org.upprop.publication.."));

    @ArchTest
    static final ArchRule decidesWithoutAFramework = classes()
            .that()
            .resideInAPackage("org.upprop.verification.signature")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "org.upprop.appeal",
                    "org.upprop.signature",
                    "org.upprop.verification.signature",
                    "com.ibm.icu.text",
                    "com.google.common.."));

    @ArchTest
    static final ArchRule hasNoCyclesOfFeatures =
            slices().matching("org.upprop.verification.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule hasNoCyclesOfPackages =
            slices().matching("org.upprop.verification.(**)").should().beFreeOfCycles();
}
