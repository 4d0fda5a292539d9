package org.tocsin.web.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.web.problem.ProblemAdvice;

class WholeFilesTest {
  private final CountDownLatch arrived = new CountDownLatch(2);
  private final CountDownLatch leave = new CountDownLatch(1);
  private final ExecutorService clients = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    leave.countDown();
    clients.shutdownNow();
  }

  @Test
  void shouldTellWhoeverWaitsTooLongToComeBackAndTakeTheNextOnceOneIsDone() throws Exception {
    MockMvc web = web(Duration.ofMillis(50));
    Future<Integer> first = ask(web, "/api/incidents/1/attachments/slow");
    Future<Integer> second = ask(web, "/incidents/2/attachments/slow");
    assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();

    web.perform(get("/api/incidents/1/attachments/fast"))
        .andExpect(status().isServiceUnavailable())
        .andExpect(header().string("Retry-After", "5"));
    web.perform(post("/api/incidents/1/attachments")).andExpect(status().isServiceUnavailable());
    web.perform(get("/api/rejects/1/raw")).andExpect(status().isServiceUnavailable());
    web.perform(get("/api/incidents/1/attachments")).andExpect(status().isOk());

    leave.countDown();
    assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo(200);
    assertThat(second.get(20, TimeUnit.SECONDS)).isEqualTo(200);
    web.perform(get("/api/incidents/1/attachments/fast")).andExpect(status().isOk());
  }

  @Test
  void shouldGiveTheTurnBackWhenARequestFails() throws Exception {
    MockMvc web = web(Duration.ZERO);

    for (int i = 0; i < 5; i++) {
      web.perform(post("/api/incidents/1/attachments")).andExpect(status().isBadRequest());
    }
  }

  private Future<Integer> ask(MockMvc web, String path) {
    return clients.submit(() -> web.perform(get(path)).andReturn().getResponse().getStatus());
  }

  private MockMvc web(Duration patience) {
    WholeFiles turns = new WholeFiles(2, patience);
    return MockMvcBuilders.standaloneSetup(new Files())
        .addMappedInterceptors(WholeFiles.PATHS, turns)
        .setControllerAdvice(new ProblemAdvice())
        .build();
  }

  /** Stands for the controllers of files. */
  @RestController
  private final class Files {
    @GetMapping({
      "/api/incidents/{id}/attachments/{attachment}",
      "/incidents/{id}/attachments/{attachment}"
    })
    String one(@PathVariable String attachment) throws InterruptedException {
      if (attachment.equals("slow")) {
        arrived.countDown();
        assertThat(leave.await(20, TimeUnit.SECONDS)).isTrue();
      }
      return attachment;
    }

    @GetMapping("/api/incidents/{id}/attachments")
    String all() {
      return "none";
    }

    @PostMapping("/api/incidents/{id}/attachments")
    String add() {
      throw new org.tocsin.web.problem.BadParameterException("file", "The file is empty.");
    }

    @GetMapping("/api/rejects/{id}/raw")
    String raw() {
      return "raw";
    }
  }
}
