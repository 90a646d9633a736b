// An OpenID provider for tests: signs in whoever is named, and can hand out access tokens as JSON Web Tokens.
// Usage: node server.mjs PORT CLIENT_REDIRECT_URI
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { join } from "node:path";

const packages = process.env.OIDC_PACKAGES;
const entry = packages
  ? pathToFileURL(createRequire(join(packages, "x.js")).resolve("oidc-provider")).href
  : "oidc-provider";
const { default: Provider } = await import(entry);

const [port, redirectUri] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;
const RESOURCE = "urn:opensync:api";
const people = {
  ada: { name: "Ada Lovelace", email: "ada@provider.example", groups: ["opensync-admins", "staff"] },
  bob: { name: "Bob Miller", email: "bob@provider.example", groups: ["staff"] },
  eve: { name: "Eve Turner", email: "eve@provider.example", groups: ["staff"] },
};

const provider = new Provider(issuer, {
  clients: [
    { client_id: "opensync", client_secret: "opensync-secret", redirect_uris: [redirectUri], grant_types: ["authorization_code"] },
  ],
  // MicroProfile JWT in Payara takes no other type, also not "at+jwt".
  formats: { customizers: { jwt: (context, token, jwt) => {
    jwt.header = { ...jwt.header, typ: "JWT" };
    Object.assign(jwt.payload, token.changes);
  } } },
  claims: { openid: ["sub"], email: ["email"], profile: ["name", "groups"] },
  conformIdTokenClaims: false,
  pkce: { required: () => false },
  features: {
    devInteractions: { enabled: false },
    resourceIndicators: {
      enabled: true,
      getResourceServerInfo: () => ({ scope: "api", audience: RESOURCE, accessTokenFormat: "jwt", accessTokenTTL: 3600 }),
    },
  },
  findAccount: (context, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
  extraTokenClaims: (context, token) => (people[token.accountId] ? { ...people[token.accountId] } : undefined),
  interactions: { url: (context, interaction) => `/interaction/${interaction.uid}` },
  cookies: { keys: ["a key for tests"] },
});

// Signs in the person in the cookie "person" at once, without asking anything.
provider.use(async (context, next) => {
  if (context.path.startsWith("/interaction/")) {
    const { prompt, params, grantId } = await provider.interactionDetails(context.req, context.res);
    const person = context.cookies.get("person") ?? "bob";
    if (prompt.name === "login") {
      await provider.interactionFinished(context.req, context.res, { login: { accountId: person } });
    } else {
      const grant = grantId
        ? await provider.Grant.find(grantId)
        : new provider.Grant({ accountId: person, clientId: params.client_id });
      grant.addOIDCScope("openid email profile");
      await provider.interactionFinished(context.req, context.res, { consent: { grantId: await grant.save() } });
    }
    context.respond = false;
    return;
  }
  // GET /groups-of?person=eve&groups=one,two: from now on.
  if (context.path === "/groups-of") {
    people[context.query.person].groups = context.query.groups.split(",");
    context.status = 204;
    return;
  }
  // GET /token-for?person=ada[&seconds=-60][&issuer=http://other][&subject=none]: an access token as a program would get it.
  if (context.path === "/token-for") {
    const accountId = context.query.person;
    const client = await provider.Client.find("opensync");
    const token = new provider.AccessToken({ accountId, client, grantId: "tests", scope: "api", gty: "tests" });
    token.resourceServer = new provider.ResourceServer(RESOURCE, {
      scope: "api", audience: RESOURCE, accessTokenFormat: "jwt",
    });
    token.expiresIn = Number(context.query.seconds ?? 3600);
    token.changes = {
      ...(context.query.issuer && { iss: context.query.issuer }),
      ...(context.query.subject === "none" && { sub: undefined }),
    };
    context.body = await token.save();
    return;
  }
  await next();
});

provider.listen(Number(port), "127.0.0.1", () => console.log(`ready ${issuer}`));
