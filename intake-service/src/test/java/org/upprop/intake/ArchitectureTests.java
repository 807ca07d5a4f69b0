package org.upprop.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.upprop", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule KNOWS_KAFKA_ONLY_IN_MESSAGING = noClasses()
            .that()
            .resideInAPackage("org.upprop.intake..")
            .and()
            .resideOutsideOfPackage("..messaging..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..");

    @ArchTest
    static final ArchRule KNOWS_NO_OTHER_SERVICE = noClasses()
            .that()
            .resideInAPackage("org.upprop.intake..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.upprop.verification..", "org.upprop.publication..");

    @ArchTest
    static final ArchRule RULES_KNOW_NO_HTTP = noClasses()
            .that()
            .resideInAPackage("org.upprop.intake..")
            .and()
            .resideOutsideOfPackage("..web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.web..", "org.springframework.http..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule HAS_NO_CYCLES =
            slices().matching("org.upprop.intake.(*)..").should().beFreeOfCycles();
}
