package org.tocsin.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import org.tocsin.model.sharing.Grant;
import org.tocsin.model.sharing.SharingFilter;

@AnalyzeClasses(packages = "org.tocsin", importOptions = ImportOption.DoNotIncludeTests.class)
class ModulesArchitectureTest {
  @ArchTest
  static final ArchRule MODEL_STANDS_ALONE =
      noClasses()
          .that()
          .resideInAPackage("org.tocsin.model..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.tocsin.formats..",
              "org.tocsin.stream..",
              "org.tocsin.store..",
              "org.tocsin.outward..",
              "org.tocsin.ingest..",
              "org.tocsin.triage..",
              "org.tocsin.alerts..",
              "org.tocsin.web..",
              "org.tocsin.app..")
          .because("everything else is built on the model");

  @ArchTest
  static final ArchRule THE_SECOND_ROW_KNOWS_ONLY_THE_MODEL =
      slices()
          .matching("org.tocsin.(formats|stream|store|outward)..")
          .should()
          .notDependOnEachOther()
          .because(
              "a format, Kafka, Elasticsearch and the Internet have nothing to say to each other");

  @ArchTest
  static final ArchRule THE_SECOND_ROW_DOES_NOT_LOOK_UP =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.tocsin.formats..",
              "org.tocsin.stream..",
              "org.tocsin.store..",
              "org.tocsin.outward..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.tocsin.ingest..",
              "org.tocsin.triage..",
              "org.tocsin.alerts..",
              "org.tocsin.web..",
              "org.tocsin.app..")
          .because("data flows one way");

  @ArchTest
  static final ArchRule THE_THIRD_ROW_MEETS_ON_TOPICS_AND_IN_THE_STORE =
      slices()
          .matching("org.tocsin.(ingest|triage|alerts|web)..")
          .should()
          .notDependOnEachOther()
          .because("each may run in a process of its own");

  @ArchTest
  static final ArchRule NOBODY_NEEDS_THE_ASSEMBLY =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.tocsin.app..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.tocsin.app..")
          .because("app puts the others together and is used by none of them");

  @ArchTest
  static final ArchRule ONLY_STREAM_KNOWS_KAFKA =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.tocsin.stream..", "org.tocsin.engines..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..")
          .because("topics, offsets and watermarks are stream's business");

  @ArchTest
  static final ArchRule ONLY_STORE_KNOWS_ELASTICSEARCH =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.tocsin.store..", "org.tocsin.engines..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("co.elastic..", "org.elasticsearch..")
          .because("indices, queries and cursors are store's business");

  /** The TAXII check is no part of the program: a person runs it against a server they name. */
  @ArchTest
  static final ArchRule ONLY_OUTWARD_FETCHES =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.tocsin.outward..",
              "org.tocsin.store.cluster..",
              "org.tocsin.web.security..",
              "org.tocsin.engines..",
              "org.tocsin.taxiicheck..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.hc..", "java.net.http..", "jakarta.mail..", "org.eclipse.angus..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("java\\.net\\.(URLConnection|HttpURLConnection|Socket|ServerSocket)")
          .because("what goes past the guarded client may be sent into the node's own network");

  @ArchTest
  static final ArchRule THE_LOWER_ROWS_DO_WITHOUT_SPRING =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.tocsin.model..",
              "org.tocsin.formats..",
              "org.tocsin.stream..",
              "org.tocsin.store..",
              "org.tocsin.outward..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework..")
          .because("they are tested and used without a context");

  @ArchTest
  static final ArchRule STEPS_OF_TRIAGE_DO_WITHOUT_SPRING =
      noClasses()
          .that()
          .resideInAPackage("org.tocsin.triage..")
          .and()
          .haveSimpleNameNotEndingWith("Configuration")
          .and()
          .haveSimpleNameNotEndingWith("Properties")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework..")
          .because("Spring wires the steps and is no part of them");

  @ArchTest
  static final ArchRule NO_DUMPING_GROUNDS =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..common..", "..util..", "..utils..", "..core..", "..shared..", "..helper..")
          .because("a package is named for what it is about");

  @ArchTest
  static final ArchRule NAMES_SAY_WHAT_A_THING_IS =
      noClasses()
          .should()
          .haveNameMatching(".*(Manager|Handler|Processor|Util|Utils|Impl|Helper)")
          .because("such a name says nothing about what the class is for");

  @ArchTest
  static final ArchRule FORMATS_ARE_PURE =
      classes()
          .that()
          .resideInAPackage("org.tocsin.formats..")
          .should()
          .onlyDependOnClassesThat()
          .resideOutsideOfPackages("java.net.http..", "java.nio.file..", "java.sql..")
          .because("formats turn bytes into records and do nothing else");

  @ArchTest
  static final ArchRule ONLY_THE_POLICY_SAYS_WHAT_MAY_BE_SEEN =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.tocsin.model.sharing..")
          .should()
          .callConstructor(SharingFilter.class, List.class)
          .orShould()
          .callConstructor(Grant.class, Set.class, Grant.Tie.class)
          .because("a filter of one's own making would be a second gate");

  @ArchTest
  static final ArchRule NOTHING_IS_SENT_OUT_PAST_THE_POLICY =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.tocsin.model..",
              "org.tocsin.formats..",
              "org.tocsin.ingest..",
              "org.tocsin.triage..",
              "org.tocsin.web..",
              "org.tocsin.app..")
          .and()
          .resideOutsideOfPackage("org.tocsin.web.security..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.net.http..",
              "jakarta.mail..",
              "jakarta.websocket..",
              "org.springframework.mail..",
              "org.springframework.messaging..",
              "org.springframework.web.client..",
              "org.springframework.web.reactive..",
              "org.springframework.web.socket..")
          .because("a channel of one's own is an exit nobody looks at; sign-in sends no data");
}
