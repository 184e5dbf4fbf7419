package io.streamalert.benchmarks;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes CloudTrail records of many calls, callers and optional keys. */
final class CloudTrailRecords {

  private final Chance chance;
  private final CloudTrailCalls calls;

  CloudTrailRecords(Chance chance) {
    this.chance = chance;
    this.calls = new CloudTrailCalls(chance);
  }

  /** Makes a record on which neither rule fires, though a few come near. */
  Map<String, @Nullable Object> ordinaryCall() {
    String account = account();
    if (chance.permille(5)) {
      Map<String, @Nullable Object> identity = root(account);
      identity.put("invokedBy", "support.amazonaws.com");
      return record(account, calls.ordinary(), identity, "AwsApiCall");
    }
    boolean service = chance.permille(60);
    return record(
        account, calls.ordinary(), identity(account), service ? "AwsServiceEvent" : "AwsApiCall");
  }

  /** Makes a record of a call that SPEC's list of critical calls names. */
  Map<String, @Nullable Object> criticalCall() {
    String account = account();
    return record(account, calls.critical(), identity(account), "AwsApiCall");
  }

  /** Makes a record of somebody who uses root credentials. */
  Map<String, @Nullable Object> rootUsage() {
    String account = account();
    CloudTrailCalls.Call call = chance.permille(500) ? calls.consoleLogin() : calls.ordinary();
    boolean signIn = call.name().equals("ConsoleLogin");
    return record(account, call, root(account), signIn ? "AwsConsoleSignIn" : "AwsApiCall");
  }

  private Map<String, @Nullable Object> record(
      String account,
      CloudTrailCalls.Call call,
      Map<String, @Nullable Object> identity,
      String eventType) {
    Map<String, @Nullable Object> record = Json.map(
        "eventVersion", chance.of("1.08", "1.09", "1.05"),
        "userIdentity", identity,
        "eventTime", time(),
        "eventSource", call.service() + ".amazonaws.com",
        "eventName", call.name(),
        "awsRegion", chance.of("us-east-1", "us-west-2", "eu-central-1", "eu-west-1"),
        "sourceIPAddress",
            chance.permille(900) ? chance.address() : call.service() + ".amazonaws.com",
        "userAgent", userAgent());
    if (chance.permille(70)) {
      record.put("errorCode", "AccessDenied");
      record.put(
          "errorMessage",
          "User: " + identity.get("arn") + " is not authorized to perform: " + call.service() + ":"
              + call.name() + " because no identity-based policy allows it");
    }
    record.put("requestParameters", call.request());
    record.put("responseElements", record.containsKey("errorCode") ? null : call.response());
    addOptional(record, account, call);
    record.put("eventType", eventType);
    record.put("recipientAccountId", account);
    return record;
  }

  private void addOptional(
      Map<String, @Nullable Object> record, String account, CloudTrailCalls.Call call) {
    record.put("requestID", chance.permille(500) ? chance.uuid() : chance.upper(16));
    record.put("eventID", chance.uuid());
    record.put("readOnly", call.readOnly());
    if (chance.permille(150)) {
      record.put(
          "resources",
          List.of(Json.map(
              "accountId",
              account,
              "type",
              "AWS::S3::Bucket",
              "ARN",
              "arn:aws:s3:::data-" + chance.hex(8))));
    }
    if (chance.permille(120)) {
      record.put(
          "additionalEventData",
          Json.map(
              "SignatureVersion",
              "SigV4",
              "CipherSuite",
              "ECDHE-RSA-AES128-GCM-SHA256",
              "bytesTransferredIn",
              0,
              "bytesTransferredOut",
              chance.large(),
              "x-amz-id-2",
              chance.hex(40)));
    }
    if (chance.permille(800)) {
      record.put("managementEvent", true);
      record.put("eventCategory", "Management");
    }
    if (chance.permille(450)) {
      record.put(
          "tlsDetails",
          Json.map(
              "tlsVersion",
              chance.of("TLSv1.2", "TLSv1.3"),
              "cipherSuite",
              "TLS_AES_128_GCM_SHA256",
              "clientProvidedHostHeader",
              call.service() + ".eu-central-1.amazonaws.com"));
    }
    if (chance.permille(60)) {
      record.put("vpcEndpointId", "vpce-" + chance.hex(17));
    }
    if (chance.permille(40)) {
      record.put("sessionCredentialFromConsole", true);
    }
    if (chance.permille(20)) {
      record.put("sharedEventID", chance.uuid());
    }
  }

  private Map<String, @Nullable Object> identity(String account) {
    int kind = chance.below(100);
    if (kind < 55) {
      return assumedRole(account);
    }
    if (kind < 85) {
      String user = chance.of("alice", "bob", "deploy", "ci-runner", "zoë", "медведев", "backup");
      return Json.map(
          "type",
          "IAMUser",
          "principalId",
          "AIDA" + chance.upper(17),
          "arn",
          "arn:aws:iam::" + account + ":user/" + user,
          "accountId",
          account,
          "accessKeyId",
          "AKIA" + chance.upper(16),
          "userName",
          user);
    }
    return Json.map(
        "type",
        "AWSService",
        "invokedBy",
        chance.of("ec2", "lambda", "config", "autoscaling") + ".amazonaws.com");
  }

  private Map<String, @Nullable Object> assumedRole(String account) {
    String role = chance.of(
        "app-server",
        "OrganizationAccountAccessRole",
        "lambda-exec",
        "ci-deploy",
        "readonly-audit");
    String id = "AROA" + chance.upper(17);
    String session = chance.permille(700) ? "i-" + chance.hex(17) : "session-" + chance.digits(10);
    return Json.map(
        "type",
        "AssumedRole",
        "principalId",
        id + ":" + session,
        "arn",
        "arn:aws:sts::" + account + ":assumed-role/" + role + "/" + session,
        "accountId",
        account,
        "accessKeyId",
        "ASIA" + chance.upper(16),
        "sessionContext",
        Json.map(
            "sessionIssuer",
                Json.map(
                    "type",
                    "Role",
                    "principalId",
                    id,
                    "arn",
                    "arn:aws:iam::" + account + ":role/" + role,
                    "accountId",
                    account,
                    "userName",
                    role),
            "attributes",
                Json.map("creationDate", time(), "mfaAuthenticated", chance.of("false", "true"))));
  }

  private Map<String, @Nullable Object> root(String account) {
    return Json.map(
        "type",
        "Root",
        "principalId",
        account,
        "arn",
        "arn:aws:iam::" + account + ":root",
        "accountId",
        account,
        "accessKeyId",
        chance.permille(500) ? "" : "ASIA" + chance.upper(16));
  }

  private String userAgent() {
    return chance.of(
        "aws-cli/2.15." + chance.below(60)
            + " Python/3.11.6 Linux/5.10.205 exe/x86_64.amzn.2 prompt/off command/sts",
        "Boto3/1.34." + chance.below(80)
            + " md/Botocore#1.34.34 ua/2.0 os/linux#5.15.0 md/arch#x86_64 lang/python#3.11.2",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/121.0.0.0",
        "[S3Console/0.4, aws-internal/3 aws-sdk-java/1.12.488 \"Linux\"/5.10"
            + " OpenJDK_64-Bit_Server_VM]",
        "ec2.amazonaws.com");
  }

  private String account() {
    return chance.of("123456789012", "210987654321", "457448411975", "751353041310");
  }

  private String time() {
    return String.format(
        "2024-0%d-%02dT%02d:%02d:%02dZ",
        1 + chance.below(9),
        1 + chance.below(28),
        chance.below(24),
        chance.below(60),
        chance.below(60));
  }
}
