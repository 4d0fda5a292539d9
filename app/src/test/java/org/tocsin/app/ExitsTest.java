package org.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.tocsin.alerts.ReaderSource;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.SharingPolicy;
import org.tocsin.stream.Topic;

/**
 * Lists every way out of the running program, all parts of it in one process, and fails on one that
 * passes the sharing policy by. No engine answers here: what is mapped is known without.
 */
class ExitsTest {
  /** What shows nothing anybody sent in, and the one way in, which hands back its own receipt. */
  private static final Set<String> WITHOUT_DATA =
      Set.of(
          "POST /api/reports",
          "GET /taxii2/",
          "GET /taxii2/tocsin/",
          "GET /.well-known/csaf/provider-metadata.json",
          "GET /feeds/csaf/openpgp.asc",
          "GET /feeds/rolie/",
          "GET /feeds/rolie/categories.atomcat",
          "GET /taxii2/tocsin/collections/",
          "GET /taxii2/tocsin/collections/{collection}/",
          "POST /taxii2/tocsin/collections/{collection}/objects/",
          "GET /incidents/new",
          "POST /incidents/new",
          "GET /help",
          "GET /problems",
          "GET /signed-out",
          "GET /sign-in-failed",
          "ANY /error");

  /** They are read by the node alone, which shows what is in them by the exits found here. */
  private static final Set<Topic> INNER_TOPICS =
      Set.of(
          Topic.REPORTS_INTERACTIVE,
          Topic.REPORTS_BULK,
          Topic.SUBMISSIONS,
          Topic.OBSERVED,
          Topic.JOURNAL,
          Topic.ATTACHMENTS,
          Topic.DELIVERIES);

  /** Others' pages: they describe the program and its health, not what is in it. */
  private static final List<String> OF_OTHERS =
      List.of("org.springdoc.", "org.springframework.boot.");

  private static ConfigurableApplicationContext program;
  private static JavaClasses classes;

  @BeforeAll
  static void start() {
    program =
        new SpringApplicationBuilder(TocsinApplication.class, Program.Identities.class)
            .run(
                "--server.port=0",
                "--tocsin.kafka.bootstrap-servers=127.0.0.1:1",
                "--tocsin.elasticsearch.url=http://127.0.0.1:1",
                "--spring.main.allow-bean-definition-overriding=true");
    classes = new ClassFileImporter().importPackages("org.tocsin");
  }

  @AfterAll
  static void stop() {
    program.close();
  }

  @Test
  void shouldAskThePolicyAtEveryExit() {
    Map<String, HandlerMethod> exits = exits();
    assertThat(exits)
        .containsKeys(
            "GET /api/observations", "GET /", "GET /api/reports/{receipt}", "GET /actuator/health")
        .containsKeys(WITHOUT_DATA.toArray(String[]::new));
    List<String> passingBy =
        exits.entrySet().stream()
            .filter(exit -> !WITHOUT_DATA.contains(exit.getKey()))
            .filter(exit -> !isOfOthers(exit.getValue().getBeanType()))
            .filter(exit -> !asksThePolicy(exit.getValue()))
            .map(exit -> exit.getKey() + " of " + exit.getValue())
            .toList();
    assertThat(passingBy).as("exits that do not ask SharingPolicy for a Reader").isEmpty();
  }

  /** Otherwise the test above could not fail. */
  @Test
  void shouldTellAnExitThatAsksFromOneThatDoesNot() throws Exception {
    Samples samples = new Samples();
    assertThat(asksThePolicy(new HandlerMethod(samples, "asking", Reader.class))).isTrue();
    assertThat(asksThePolicy(new HandlerMethod(samples, "heedless", Reader.class))).isFalse();
    assertThat(asksThePolicy(new HandlerMethod(samples, "untold"))).isFalse();
  }

  /** Ways to answer: one asks where it is not seen at once, one never, one for somebody else. */
  static final class Samples {
    public String asking(Reader reader) {
      return List.of(reader).stream().map(Samples::seen).toList().toString();
    }

    public String heedless(Reader reader) {
      return reader.name();
    }

    public String untold() {
      return seen(Reader.ANONYMOUS);
    }

    private static String seen(Reader reader) {
      return SharingPolicy.knowledge(reader).toString();
    }
  }

  @Test
  void shouldKnowWhoReadsEveryTopic() {
    assertThat(Topic.values()).containsExactlyInAnyOrderElementsOf(INNER_TOPICS);
  }

  /** A mapping of another kind could hold exits nobody has looked at. */
  @Test
  void shouldHaveNoWaysOutThatAreNotMethods() {
    List<String> strange = new ArrayList<>();
    program
        .getBeansOfType(HandlerMapping.class)
        .forEach((name, mapping) -> {
          switch (mapping) {
            case RequestMappingInfoHandlerMapping _ -> {
              // Listed above.
            }
            case RouterFunctionMapping routes -> {
              if (routes.getRouterFunction() != null) {
                strange.add(name);
              }
            }
            case AbstractUrlHandlerMapping urls ->
                urls.getHandlerMap().values().stream()
                    .filter(target -> !(target instanceof ResourceHttpRequestHandler))
                    .forEach(target -> strange.add(name + " to " + target));
            default -> strange.add(name);
          }
        });
    assertThat(strange).isEmpty();
  }

  private static Map<String, HandlerMethod> exits() {
    Map<String, HandlerMethod> exits = new TreeMap<>();
    program
        .getBeansOfType(RequestMappingInfoHandlerMapping.class)
        .values()
        .forEach(mapping ->
            mapping
                .getHandlerMethods()
                .forEach((info, method) -> names(info).forEach(name -> exits.put(name, method))));
    return exits;
  }

  /** Each method with each pattern. */
  private static List<String> names(RequestMappingInfo info) {
    List<String> methods =
        info.getMethodsCondition().getMethods().stream().map(Enum::name).toList();
    return (methods.isEmpty() ? List.of("ANY") : methods)
        .stream()
            .flatMap(method -> info.getPatternValues().stream().map(path -> method + " " + path))
            .toList();
  }

  private static boolean isOfOthers(Class<?> type) {
    return OF_OTHERS.stream().anyMatch(type.getName()::startsWith);
  }

  /** It is told who asks, or finds out, and what it calls, or what that calls, is the policy. */
  private static boolean asksThePolicy(HandlerMethod exit) {
    Class<?>[] parameters = exit.getMethod().getParameterTypes();
    JavaCodeUnit start =
        classes
            .get(exit.getMethod().getDeclaringClass())
            .getMethod(exit.getMethod().getName(), parameters);
    return (Arrays.asList(parameters).contains(Reader.class)
            || reaches(ReaderSource.class, start, new HashSet<>()))
        && reaches(SharingPolicy.class, start, new HashSet<>());
  }

  private static boolean reaches(Class<?> goal, JavaCodeUnit start, Set<JavaCodeUnit> seen) {
    return seen.add(start)
        && start.getAccessesFromSelf().stream()
            .anyMatch(access ->
                access.getTargetOwner().isEquivalentTo(goal)
                    || access.getTarget() instanceof CodeUnitAccessTarget target
                        && target
                            .resolveMember()
                            .filter(next -> reaches(goal, next, seen) || allReach(goal, next, seen))
                            .isPresent());
  }

  /** Of an interface of ours it is not known which implementation answers: each must. */
  private static boolean allReach(Class<?> goal, JavaCodeUnit called, Set<JavaCodeUnit> seen) {
    if (!called.getOwner().isInterface() || !called.getOwner().getName().startsWith("org.tocsin")) {
      return false;
    }
    List<JavaCodeUnit> answers =
        called.getOwner().getAllSubclasses().stream()
            .flatMap(type -> type.getCodeUnits().stream())
            .filter(unit ->
                unit.getName().equals(called.getName())
                    && unit.getRawParameterTypes().equals(called.getRawParameterTypes()))
            .toList();
    return !answers.isEmpty()
        && answers.stream().allMatch(answer -> reaches(goal, answer, new HashSet<>(seen)));
  }
}
