import com.aliyun.swas_open20200601.Client;
import com.aliyun.swas_open20200601.models.ModifyImageShareStatusRequest;
import com.aliyun.tea.TeaException;
import com.aliyun.teaopenapi.models.Config;
import com.aliyun.teaopenapi.models.OpenApiRequest;
import com.aliyun.teautil.models.RuntimeOptions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/**
 * The life of an image with the official Java SDK, which signs with HMAC-SHA1 over query and form. This version has no
 * method for DeleteCustomImages, so that operation goes through the SDK's general call. Prints the outcomes as JSON.
 */
public final class LifeOfAnImage {
  private static final String REGION = "cn-hangzhou";
  private static final String IMAGE = System.getenv("SWAS_IMAGE");

  public static void main(String[] arguments) throws Exception {
    Client right = client(System.getenv("SWAS_SECRET"));
    Client wrong = client("wrong-secret");
    List<Object> outcomes =
        List.of(
            outcome(() -> delete(wrong)),
            outcome(() -> modify(right, "Share")),
            outcome(() -> delete(right)),
            outcome(() -> modify(right, "UnShare")),
            outcome(() -> delete(right)),
            outcome(() -> delete(right)));
    System.out.println(outcomes.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]")));
  }

  private static Client client(String secret) throws Exception {
    return new Client(
        new Config()
            .setAccessKeyId(System.getenv("SWAS_KEY"))
            .setAccessKeySecret(secret)
            .setEndpoint(System.getenv("SWAS_ENDPOINT"))
            .setProtocol("http"));
  }

  private static Object modify(Client client, String operation) throws Exception {
    ModifyImageShareStatusRequest request =
        new ModifyImageShareStatusRequest()
            .setRegionId(REGION)
            .setImageId(IMAGE)
            .setOperation(operation);
    return client.modifyImageShareStatus(request).getBody().getRequestId();
  }

  private static Object delete(Client client) throws Exception {
    Map<String, String> body = Map.of("RegionId", REGION, "ImageIds", "[\"" + IMAGE + "\"]");
    OpenApiRequest request = new OpenApiRequest().setBody(body);
    return client.doRPCRequest(
        "DeleteCustomImages", "2020-06-01", "HTTP", "POST", "AK", "json", request, new RuntimeOptions());
  }

  private static Object outcome(Callable<Object> call) throws Exception {
    try {
      call.call();
      return 200;
    } catch (TeaException error) {
      return "\"" + error.getCode() + "\"";
    }
  }
}
