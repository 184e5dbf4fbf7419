package io.streamalert.local.intake;

import java.util.concurrent.CompletionStage;

/** Answers requests. Safe for use by many threads, and never waits in one. */
interface Endpoint {

  /** Answers one request when its body is there. */
  interface Taker {

    /**
     * Answers the request.
     *
     * @param body its body
     * @return completes with the answer
     * @throws RefusedRequest if something is wrong with the body
     */
    CompletionStage<HttpAnswer> take(HttpBody body) throws RefusedRequest;
  }

  /**
   * Judges a request by its head, so that the body of one that is refused is never read.
   *
   * @param head the head
   * @return takes the body
   * @throws RefusedRequest if something is wrong with the head
   */
  Taker begin(HttpHead head) throws RefusedRequest;
}
