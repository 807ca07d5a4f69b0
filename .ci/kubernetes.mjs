// Checks manifests that kustomize has put together: node kubernetes.mjs MANIFESTS, from the folder of the project. Its packages
// are those that the script beside it installs.
import { existsSync, readFileSync } from "node:fs";
import { parseAllDocuments } from "yaml";

const wrong = [];
const text = (path) => readFileSync(path, "utf8");
const documents = (path) =>
    parseAllDocuments(text(path)).map((document) => {
        wrong.push(...document.errors.map((error) => `${path}: ${error.message}`));
        return document.toJS();
    });

const objects = documents(process.argv[2]);
const all = (...kinds) => objects.filter((object) => kinds.includes(object.kind));
const named = (kind, name) => all(kind).find((object) => object.metadata.name === name);
const holds = (object, condition, otherwise) => {
    if (!condition) wrong.push(`${object.kind} ${object.metadata.name}: ${otherwise}`);
};

function stopIfWrong() {
    if (!wrong.length) return;
    console.error(wrong.join("\n"));
    process.exit(1);
}

// The validators read every field that they know, so a field that was not read is one that they do not know.
function watch(value, path, unread) {
    if (typeof value !== "object" || value === null) return value;
    const children = new Map(Object.entries(value).map(([key, child]) => [key, watch(child, `${path}/${key}`, unread)]));
    for (const key of children.keys()) unread.add(`${path}/${key}`);
    return new Proxy(value, {
        get(target, key, receiver) {
            unread.delete(`${path}/${String(key)}`);
            return children.has(key) ? children.get(key) : Reflect.get(target, key, receiver);
        },
    });
}

for (const object of objects) {
    const library = object.apiVersion.startsWith("keda.sh/") ? "@kubernetes-models/keda" : "kubernetes-models";
    const Model = await import(`${library}/${object.apiVersion}`).then((models) => models[object.kind]).catch(() => undefined);
    holds(object, Model, `there is no such kind in ${object.apiVersion}`);
    if (!Model) continue;
    const unread = new Set();
    try {
        watch(new Model(object), "", unread).validate();
    } catch (error) {
        holds(object, false, error.message);
    }
    for (const path of unread) holds(object, false, `nobody knows the field ${path}`);
    const lasting = /(^|\/)v\d+$/.test(object.apiVersion) || library.includes("keda");
    holds(object, lasting, `${object.apiVersion} is not for good`);
}
stopIfWrong();

const deployments = all("Deployment");
const containerOf = (deployment) => deployment.spec.template.spec.containers[0];
const labelsOf = (deployment) => deployment.spec.template.metadata.labels;
const portsOf = (deployment) => containerOf(deployment).ports;
const configsOf = (deployment) => containerOf(deployment).envFrom?.map((from) => named("ConfigMap", from.configMapRef.name)) ?? [];
const environmentOf = (deployment) => ({
    ...Object.assign({}, ...configsOf(deployment).map((config) => config?.data)),
    ...Object.fromEntries((containerOf(deployment).env ?? []).map(({ name, value }) => [name, value])),
});

/** The Deployments that a selector means, of which there has to be one for each name that it says. */
function selected(object, selector) {
    const wanted = Object.entries(selector.matchLabels ?? {}).map(([key, value]) => ({ key, values: [value] }));
    wanted.push(...(selector.matchExpressions ?? []));
    for (const { key, values } of wanted)
        for (const value of values)
            holds(object, deployments.some((one) => labelsOf(one)[key] === value), `selects no pod by ${key}=${value}`);
    return deployments.filter((one) => wanted.every(({ key, values }) => values.includes(labelsOf(one)[key])));
}

const serves = (name, port) => named("Service", name)?.spec.ports.some((one) => one.name === port || one.port === Number(port));
const hasPort = (deployment, port) => portsOf(deployment).some((one) => one.name === port || one.containerPort === port);

for (const service of all("Service"))
    for (const deployment of selected(service, { matchLabels: service.spec.selector }))
        for (const { targetPort } of service.spec.ports)
            holds(service, hasPort(deployment, targetPort), `${deployment.metadata.name} has no port ${targetPort}`);

for (const budget of all("PodDisruptionBudget")) selected(budget, budget.spec.selector);

for (const policy of all("NetworkPolicy")) {
    const owners = selected(policy, policy.spec.podSelector);
    const rules = (policy.spec.ingress ?? []).map((rule) => ({ peers: rule.from ?? [], ports: rule.ports, ends: () => owners }));
    for (const { to = [], ports } of policy.spec.egress ?? [])
        rules.push({ peers: to, ports, ends: (peers) => peers });
    for (const { peers, ports, ends } of rules) {
        const pods = peers.filter((peer) => peer.podSelector).flatMap((peer) => selected(policy, peer.podSelector));
        for (const deployment of ends(pods))
            for (const { port } of ports) holds(policy, hasPort(deployment, port), `${deployment.metadata.name} has no port ${port}`);
    }
}

for (const ingress of all("Ingress"))
    for (const { service } of ingress.spec.rules.flatMap((rule) => rule.http.paths.map((path) => path.backend)))
        holds(ingress, serves(service.name, service.port.name), `there is no ${service.name}`);

/** The variables of the README's table; `_PORT` stands for the variable before it with another end. */
const variables = text("README.md").split("\n").filter((line) => line.startsWith("| `")).flatMap((line) => {
    let last = "";
    return [...line.split("|")[1].matchAll(/`([A-Z0-9_<>]+)`/g)].map(([, name]) => {
        if (!name.startsWith("_")) last = name;
        const whole = name.startsWith("_") ? last.replace(/_[A-Z0-9]+$/, name) : name;
        return new RegExp(`^${whole.replace("<NAME>", "[A-Z0-9]+")}$`);
    });
});
const isSetting = (name) => variables.some((variable) => variable.test(name));
const variableOf = (property) => property.replaceAll("-", "").replaceAll(".", "_").toUpperCase();

const secrets = new Map(documents("kubernetes/secrets.example.yaml").map((secret) => [secret.metadata.name, secret.stringData]));
const exposed = text("Dockerfile").match(/^EXPOSE (.+)$/m)[1].split(" ").map(Number);
const compose = text("docker-compose.yml");
const scaled = all("HorizontalPodAutoscaler", "ScaledObject");

for (const deployment of deployments) {
    const name = deployment.metadata.name;
    const pod = deployment.spec.template.spec;
    const container = containerOf(deployment);
    const is = (condition, otherwise) => holds(deployment, condition, otherwise);

    is(selected(deployment, deployment.spec.selector).includes(deployment), "selects other pods than its own");
    is(scaled.some((one) => one.spec.scaleTargetRef.name === name) === !deployment.spec.replicas, "its number is said twice, or not at all");
    is(pod.securityContext.runAsUser === 10001 && pod.securityContext.seccompProfile.type === "RuntimeDefault", "runs with more rights");
    is(container.securityContext.readOnlyRootFilesystem && !container.securityContext.allowPrivilegeEscalation, "may write or gain rights");
    is(container.resources?.requests && container.resources.limits, "has no requests and limits");
    for (const { labelSelector } of pod.topologySpreadConstraints ?? []) selected(deployment, labelSelector);
    for (const probe of ["startupProbe", "livenessProbe", "readinessProbe"]) {
        const { port } = container[probe]?.httpGet ?? container[probe]?.tcpSocket ?? {};
        is(portsOf(deployment).some((one) => one.name === port), `has no ${probe}, or on a port that there is not`);
    }

    const volumes = new Set((pod.volumes ?? []).map((volume) => volume.name));
    for (const mount of container.volumeMounts) is(volumes.delete(mount.name), `mounts no volume ${mount.name}`);
    is(volumes.size === 0, `mounts nowhere ${[...volumes]}`);
    for (const source of pod.volumes.flatMap((volume) => volume.projected?.sources ?? []))
        is(named("ConfigMap", source.configMap.name), `there is no ConfigMap ${source.configMap.name}`);
    for (const secret of pod.volumes.flatMap((volume) => volume.secret ?? [])) {
        is(secrets.has(secret.secretName), `secrets.example.yaml has no ${secret.secretName}`);
        for (const property of Object.keys(secrets.get(secret.secretName) ?? {}))
            is(isSetting(variableOf(property)), `the README has no ${variableOf(property)} for the secret ${property}`);
    }

    is(!configsOf(deployment).includes(undefined), "takes its settings from a ConfigMap that there is not");
    for (const [variable, value] of Object.entries(environmentOf(deployment))) {
        is(isSetting(variable), `the README has no ${variable}`);
        is(!value.includes(".invalid"), `the example does not set ${variable}`);
        for (const [, host, port] of value.matchAll(/http:\/\/([a-z-]+):(\d+)/g))
            is(serves(host, port), `${variable}: there is no ${host}:${port}`);
    }

    const [image, module] = container.image.match(/([a-z-]+):[\w.-]+$/) ?? [];
    if (existsSync(`${module}/pom.xml`)) {
        is(module === name, `runs the image of ${module}`);
        is(exposed.every((port) => hasPort(deployment, port)), `does not have the ports of the Dockerfile, ${exposed}`);
    } else is(image && compose.includes(`image: ${image}\n`), `nobody makes the image ${container.image}`);
}

const topics = text("signature-events/src/main/resources/org/upprop/asyncapi.yaml");
for (const scaler of scaled) {
    const target = named("Deployment", scaler.spec.scaleTargetRef.name);
    holds(scaler, target, "there is nothing to scale");
    for (const { metadata, authenticationRef } of (scaler.spec.triggers ?? []).filter((trigger) => trigger.type === "kafka")) {
        const groups = text(`${target.metadata.name}/src/main/resources/application.yaml`);
        holds(scaler, topics.includes(`address: ${metadata.topic}\n`), `there is no topic ${metadata.topic}`);
        holds(scaler, groups.includes(`group-id: ${metadata.consumerGroup}\n`), `nobody reads as ${metadata.consumerGroup}`);
        holds(scaler, environmentOf(target)[metadata.bootstrapServersFromEnv], `there is no ${metadata.bootstrapServersFromEnv}`);
        holds(scaler, named("TriggerAuthentication", authenticationRef.name), `there is no ${authenticationRef.name}`);
    }
}
for (const authentication of all("TriggerAuthentication"))
    for (const { name, key } of authentication.spec.secretTargetRef)
        holds(authentication, key in (secrets.get(name) ?? {}), `secrets.example.yaml has no ${key} in ${name}`);

for (const config of all("ConfigMap"))
    for (const [, host, port] of (config.data["nginx.conf"] ?? "").matchAll(/server ([a-z-]+):(\d+);/g))
        holds(config, serves(host, port), `there is no ${host}:${port}`);

stopIfWrong();
console.log(`The ${objects.length} manifests for Kubernetes are right`);
