package org.upprop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.upprop", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule theContractIsPure = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.upprop.access",
                    "org.upprop.text",
                    "org.upprop.appeal",
                    "org.upprop.control",
                    "org.upprop.count",
                    "org.upprop.signature",
                    "org.upprop.event",
                    "org.upprop.delivery")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "org.apache.kafka..",
                    "io.micrometer..",
                    "io.opentelemetry..",
                    "org.slf4j..");

    @ArchTest
    static final ArchRule kafkaStaysInMessaging = noClasses()
            .that()
            .resideOutsideOfPackages("..messaging..", "org.upprop.infrastructure..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..");

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("org.upprop.(**)").should().beFreeOfCycles();
}
