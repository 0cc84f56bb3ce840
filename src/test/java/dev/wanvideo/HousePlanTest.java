package dev.wanvideo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the packages and arrows that ARCHITECTURE.md draws. */
@AnalyzeClasses(packages = "dev.wanvideo", importOptions = ImportOption.DoNotIncludeTests.class)
final class HousePlanTest {
    @ArchTest
    static final ArchRule ARROWS = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("video")
            .definedBy("dev.wanvideo.video..")
            .layer("http")
            .definedBy("dev.wanvideo.http..")
            .layer("access")
            .definedBy("dev.wanvideo.access..")
            .layer("provider")
            .definedBy("dev.wanvideo.provider..")
            .layer("media")
            .definedBy("dev.wanvideo.media..")
            .layer("task")
            .definedBy("dev.wanvideo.task..")
            .layer("sandbox")
            .definedBy("dev.wanvideo.sandbox..")
            .layer("mcp")
            .definedBy("dev.wanvideo.mcp..")
            .layer("transport")
            .definedBy("dev.wanvideo.transport..")
            .layer("web")
            .definedBy("dev.wanvideo.web..")
            .layer("chat")
            .definedBy("dev.wanvideo.chat..")
            .layer("app")
            .definedBy("dev.wanvideo.app..")
            .whereLayer("video")
            .mayNotAccessAnyLayer()
            .whereLayer("http")
            .mayNotAccessAnyLayer()
            .whereLayer("access")
            .mayNotAccessAnyLayer()
            .whereLayer("transport")
            .mayOnlyAccessLayers("access")
            .whereLayer("chat")
            .mayNotAccessAnyLayer()
            .whereLayer("provider")
            .mayOnlyAccessLayers("http", "video")
            .whereLayer("media")
            .mayOnlyAccessLayers("http", "video")
            .whereLayer("task")
            .mayOnlyAccessLayers("provider", "media", "video", "access")
            .whereLayer("sandbox")
            .mayOnlyAccessLayers("provider", "media", "video")
            .whereLayer("mcp")
            .mayOnlyAccessLayers("task", "provider", "media", "video", "access", "transport")
            .whereLayer("web")
            .mayOnlyAccessLayers("task", "provider", "access", "transport");

    @ArchTest
    static final ArchRule NO_CIRCLES =
            slices().matching("dev.wanvideo.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NOTHING_NAMES_A_PROVIDER_FOLDER = noClasses()
            .that()
            .resideOutsideOfPackage("dev.wanvideo.provider.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.wanvideo.provider.*..");

    @ArchTest
    static final ArchRule VIDEO_IS_PLAIN_JAVA = classes()
            .that()
            .resideInAPackage("dev.wanvideo.video..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.wanvideo.video..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule REACTOR_STAYS_IN_TRANSPORT_AND_HTTP = noClasses()
            .that()
            .resideOutsideOfPackages("dev.wanvideo.transport..", "dev.wanvideo.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("reactor..", "io.netty..");

    @ArchTest
    static final ArchRule MODELS_STAY_IN_CHAT = noClasses()
            .that()
            .resideOutsideOfPackage("dev.wanvideo.chat..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.langchain4j..", "com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule ONLY_APP_READS_THE_ENVIRONMENT = noClasses()
            .that()
            .resideOutsideOfPackage("dev.wanvideo.app..")
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class);

    @ArchTest
    static final ArchRule STANDARD_OUTPUT_IS_THE_PROTOCOLS_ALONE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.wanvideo.app..")
            .should()
            .accessField(System.class, "out");

    @ArchTest
    static final ArchRule PROVIDER_FOLDERS_DO_NO_IO = noClasses()
            .that()
            .resideInAPackage("dev.wanvideo.provider.*..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "java.nio.file..", "java.sql..");
}
