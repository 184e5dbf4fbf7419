package io.streamalert.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes AWS calls with their parameters and answers. */
final class CloudTrailCalls {

  /**
   * A call.
   *
   * @param service the first part of {@code eventSource}
   * @param name {@code eventName}
   * @param readOnly whether it changes nothing
   * @param request its parameters, or null
   * @param response its answer, or null
   */
  record Call(
      String service,
      String name,
      boolean readOnly,
      @Nullable Map<String, @Nullable Object> request,
      @Nullable Map<String, @Nullable Object> response) {}

  private final Chance chance;
  private final Ec2Calls ec2;

  CloudTrailCalls(Chance chance) {
    this.chance = chance;
    this.ec2 = new Ec2Calls(chance);
  }

  /** Makes a call that is not critical. */
  Call ordinary() {
    return switch (chance.below(16)) {
      case 0, 1 -> ec2.describeInstances();
      case 2 -> ec2.runInstances();
      case 3 -> ec2.securityGroup();
      case 4, 5 -> assumeRole();
      case 6, 7 -> decrypt();
      case 8, 9 -> object();
      case 10 -> bucketPolicy();
      case 11 -> logStream();
      case 12 -> function();
      case 13 -> publicAccess(true);
      case 14 -> consoleLogin();
      default -> listing();
    };
  }

  /** Makes a critical call. */
  Call critical() {
    return switch (chance.below(4)) {
      case 0 ->
        new Call(
            "cloudtrail",
            chance.of("StopLogging", "DeleteTrail", "UpdateTrail"),
            false,
            Json.map("name", "arn:aws:cloudtrail:us-east-1:123456789012:trail/" + chance.hex(6)),
            null);
      case 1 ->
        new Call(
            "guardduty",
            "UpdateDetector",
            false,
            Json.map("detectorId", chance.hex(32), "enable", false),
            null);
      case 2 -> publicAccess(false);
      default ->
        new Call(
            "organizations",
            chance.of("DetachPolicy", "LeaveOrganization", "MoveAccount"),
            false,
            Json.map("policyId", "p-" + chance.hex(8), "targetId", "ou-" + chance.hex(12)),
            null);
    };
  }

  /** Makes a sign-in to the console. */
  Call consoleLogin() {
    return new Call(
        "signin",
        "ConsoleLogin",
        false,
        null,
        Json.map("ConsoleLogin", chance.of("Success", "Failure")));
  }

  private Call assumeRole() {
    String role = "arn:aws:iam::123456789012:role/" + chance.of("app-server", "audit", "deploy");
    return new Call(
        "sts",
        "AssumeRole",
        true,
        Json.map(
            "roleArn", role, "roleSessionName", "s-" + chance.digits(8), "durationSeconds", 3600),
        Json.map(
            "credentials",
                Json.map(
                    "accessKeyId",
                    "ASIA" + chance.upper(16),
                    "expiration",
                    "Aug 11, 2024 9:10:11 AM",
                    "sessionToken",
                    chance.hex(80)),
            "assumedRoleUser",
                Json.map("assumedRoleId", "AROA" + chance.upper(17) + ":s", "arn", role)));
  }

  private Call decrypt() {
    return new Call(
        "kms",
        chance.of("Decrypt", "GenerateDataKey"),
        true,
        Json.map(
            "encryptionAlgorithm",
            "SYMMETRIC_DEFAULT",
            "encryptionContext",
            Json.map(
                "aws:s3:arn", "arn:aws:s3:::data-" + chance.hex(8) + "/part-" + chance.digits(5))),
        null);
  }

  private Call object() {
    return new Call(
        "s3",
        chance.of("GetObject", "PutObject", "HeadObject"),
        true,
        Json.map(
            "bucketName",
            "data-" + chance.hex(8),
            "Host",
            "data.s3.eu-west-1.amazonaws.com",
            "key",
            "logs/2024/0" + chance.below(10) + "/" + chance.of("день", "part", "a b") + "-"
                + chance.digits(6) + ".gz",
            "x-amz-server-side-encryption",
            "aws:kms"),
        null);
  }

  private Call bucketPolicy() {
    Map<String, @Nullable Object> statement = Json.map(
        "Sid",
        "AllowRead",
        "Effect",
        "Allow",
        "Principal",
        Json.map("AWS", "arn:aws:iam::210987654321:root"),
        "Action",
        List.of("s3:GetObject", "s3:ListBucket"),
        "Resource",
        "arn:aws:s3:::data-" + chance.hex(8) + "/*");
    return new Call(
        "s3",
        "PutBucketPolicy",
        false,
        Json.map(
            "bucketName",
            "data",
            "bucketPolicy",
            Json.map("Version", "2012-10-17", "Statement", List.of(statement))),
        null);
  }

  private Call logStream() {
    return new Call(
        "logs",
        chance.of("CreateLogStream", "CreateLogGroup"),
        false,
        Json.map(
            "logGroupName",
            "/aws/lambda/" + chance.of("ingest", "resize", "mail"),
            "logStreamName",
            "2024/08/1" + chance.below(10) + "/[$LATEST]" + chance.hex(32)),
        null);
  }

  private Call function() {
    String document = "{\"stage\":\"prod\",\"path\":\"C:\\\\apps\\\\" + chance.hex(4)
        + "\",\"note\":\"line 1\nline 2\"}";
    return new Call(
        "lambda",
        "UpdateFunctionConfiguration20150331v2",
        false,
        Json.map(
            "functionName", "ingest", "description", document, "timeout", 30, "memorySize", 512),
        Json.map(
            "functionArn",
            "arn:aws:lambda:us-east-1:123456789012:function:ingest",
            "codeSize",
            chance.large(),
            "lastModified",
            "2024-08-11T10:11:12.000+0000",
            "revisionId",
            chance.uuid()));
  }

  private Call publicAccess(boolean blocked) {
    return new Call(
        "s3",
        "PutBucketPublicAccessBlock",
        false,
        Json.map(
            "bucketName",
            "data-" + chance.hex(8),
            "PublicAccessBlockConfiguration",
            Json.map(
                "xmlns",
                "http://s3.amazonaws.com/doc/2006-03-01/",
                "RestrictPublicBuckets",
                blocked,
                "BlockPublicPolicy",
                true,
                "BlockPublicAcls",
                true,
                "IgnorePublicAcls",
                true)),
        null);
  }

  private Call listing() {
    List<Integer> sizes = IntStream.range(0, 1 + chance.below(8))
        .mapToObj(i -> chance.below(5000))
        .toList();
    return new Call(
        chance.of("iam", "rds", "dynamodb", "ssm", "ecs"),
        chance.of(
            "ListRoles",
            "ListTables",
            "DescribeDBInstances",
            "GetParameter",
            "ListClusters",
            "ListUsers"),
        true,
        Json.map(
            "maxResults",
            50,
            "nextToken",
            chance.hex(24),
            "pageSizes",
            sizes,
            "ratio",
            chance.below(1000) / 8.0),
        null);
  }
}
