package org.tocsin.alerts.leak;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.tocsin.alerts.ReaderSource;
import org.tocsin.alerts.leak.Onlooker.Entry;
import org.tocsin.formats.benign.WarningList;
import org.tocsin.model.account.Account;
import org.tocsin.model.account.Progress;
import org.tocsin.model.account.Progresses;
import org.tocsin.model.account.Submission;
import org.tocsin.model.report.Lane;
import org.tocsin.model.report.NodeNamespace;
import org.tocsin.model.sharing.Marked;
import org.tocsin.model.sharing.Reader;
import org.tocsin.model.sharing.Role;
import org.tocsin.model.sharing.SharingFilter;
import org.tocsin.store.AccountRow;
import org.tocsin.store.Accounts;
import org.tocsin.store.Directory;
import org.tocsin.store.ReceiptAccount;
import org.tocsin.store.directory.KnownDirectory;
import org.tocsin.stream.JournalProof;
import org.tocsin.stream.JournalReader;
import org.tocsin.stream.ProgressReader;
import org.tocsin.stream.SubmissionReader;

/** Everything alerts ask of stream and store, in memory, and who asks. */
@Configuration(proxyBeanMethods = false)
@EnableWebMvc
class Ports {
  private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

  /** What a test draws, and who is asking. */
  static final class Scene {
    /** For whom the policy is asked at an exit whose gate is off. */
    static final Onlooker ALL_SEEING =
        new Onlooker(
            Network.SUBMITTERS.getFirst(), EnumSet.allOf(Role.class), "org-node", Entry.NONE);

    final Released released = new Released();
    final List<Submission> submissions = new ArrayList<>();
    @Nullable Network network;
    Onlooker who = Network.STRANGER;

    /** The exit whose gate is off; null for none. */
    @Nullable String open;

    /** How often the journal still says that nothing is visible yet. */
    int early;

    private Reader reader(KnownDirectory directory) {
      Onlooker one = open != null && open.equals(here()) ? ALL_SEEING : who;
      return new Reader(one.name(), one.roles(), one.organisation()).knownTo(directory);
    }

    private static String here() {
      var request = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
      return request.getRequest().getMethod()
          + " "
          + request.getAttribute(
              HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
    }
  }

  @Bean
  Scene scene() {
    return new Scene();
  }

  @Bean
  Released versions(Scene scene) {
    return scene.released;
  }

  /** Looks again every time it is asked. */
  @Bean
  KnownDirectory directory(Scene scene) {
    Directory drawn =
        new Directory() {
          @Override
          public long edition() {
            return scene.network.edition();
          }

          @Override
          public List<org.tocsin.model.directory.Organisation> organisations() {
            return scene.network.organisations();
          }

          @Override
          public List<org.tocsin.model.directory.SharingGroup> groups() {
            return scene.network.groups();
          }
        };
    long[] minutes = {0};
    return new KnownDirectory(drawn, () -> Instant.EPOCH.plusSeconds(60 * ++minutes[0]));
  }

  @Bean
  ReaderSource readers(Scene scene, KnownDirectory directory) {
    return () -> scene.reader(directory);
  }

  @Bean
  Supplier<NodeNamespace> namespace() {
    return () -> new NodeNamespace(new UUID(9, 9));
  }

  @Bean
  WarningList benign() {
    return WarningList.shipped();
  }

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  JournalReader journal(Scene scene) {
    return new JournalReader() {
      @Override
      public Instant horizon() {
        return scene.early-- > 0 ? Instant.EPOCH : LATER;
      }

      @Override
      public JournalProof verify() {
        throw new UnsupportedOperationException();
      }
    };
  }

  @Bean
  ProgressReader progress() {
    List<Progress> one = List.of(new Progress(Long.MAX_VALUE, Long.MAX_VALUE, LATER, LATER));
    return () -> new Progresses(Map.of(Lane.BULK, one, Lane.INTERACTIVE, one));
  }

  /** Half of the submissions are known from Kafka alone. */
  @Bean
  SubmissionReader submissions(Scene scene) {
    return new SubmissionReader() {
      @Override
      public Optional<Submission> find(UUID receipt) {
        return scene.submissions.stream().filter(one -> one.receipt().equals(receipt)).findFirst();
      }

      @Override
      public void close() {}
    };
  }

  @Bean
  Accounts accounts(Scene scene) {
    return new Accounts() {
      @Override
      public Optional<ReceiptAccount> of(UUID receipt, Progresses progress, SharingFilter filter) {
        return scene.submissions.stream()
            .filter(one -> one.receipt().equals(receipt))
            .filter(one -> one.receipt().getLeastSignificantBits() % 2 == 0)
            .filter(one -> filter.admits(Marked.submission(one.submitter())))
            .map(one -> of(one, progress))
            .findFirst();
      }

      @Override
      public ReceiptAccount of(Submission submission, Progresses progress) {
        return new ReceiptAccount(submission, Account.NONE, ReceiptAccount.State.COMPLETE);
      }

      @Override
      public Optional<Submission> submission(UUID receipt) {
        throw new UnsupportedOperationException();
      }

      @Override
      public List<AccountRow> rows(
          Instant from, Instant to, String provider, Progresses progress, SharingFilter filter) {
        throw new UnsupportedOperationException();
      }

      @Override
      public List<ReceiptAccount> latest(int limit, Progresses progress, SharingFilter filter) {
        throw new UnsupportedOperationException();
      }

      @Override
      public List<ReceiptAccount> unbalanced(Instant since, Progresses progress) {
        throw new UnsupportedOperationException();
      }
    };
  }
}
