package io.streamalert.community.cloudtrail;

import io.streamalert.record.FieldValue;
import java.util.stream.Stream;

/**
 * What CloudTrail tells of one call, in words for titles of alerts. The record may stand alone or be the
 * {@code detail} of an event. Immutable and thread-safe.
 */
public final class CloudTrailCall {

  private final FieldValue call;

  private CloudTrailCall(FieldValue call) {
    this.call = call;
  }

  /**
   * A call.
   *
   * @param call the record of CloudTrail
   * @return the call
   */
  public static CloudTrailCall of(FieldValue call) {
    return new CloudTrailCall(call);
  }

  /**
   * Who called.
   *
   * @return the name of the user, or whatever else tells who it was
   */
  public String caller() {
    FieldValue identity = call.at("userIdentity");
    return Stream.of("userName", "arn", "invokedBy", "type")
        .map(key -> identity.at(key).textOr(""))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("Somebody");
  }

  /**
   * Where the call came from.
   *
   * @return an address, or the name of an AWS service
   */
  public String address() {
    return call.at("sourceIPAddress").textOr("an unknown address");
  }

  /**
   * A title.
   *
   * @param what what the caller did, such as {@code opened a bucket}
   * @return who did it, from where, and why it was refused if it was
   */
  public String title(String what) {
    String code = call.at("errorCode").textOr("");
    return caller() + " " + what + " from " + address()
        + (code.isEmpty() ? "" : ", refused: " + code);
  }
}
