/** How the image is built: the published package on Node's own image, as the user that it has for this. */
export const dockerfile = (version: string): string => `# docker build --tag irsa-sim:${version} .
FROM node:22-slim
ARG VERSION=${version}
RUN npm install --global --no-audit --no-fund "irsa-sim@\${VERSION}" && npm cache clean --force
# A volume that is mounted here begins with this owner.
RUN install --directory --owner=node --group=node --mode=0700 /var/lib/irsa-sim
ENV NODE_ENV=production
USER node
WORKDIR /
EXPOSE 4570-4580
ENTRYPOINT ["irsa-sim"]
CMD ["up", "--listen", "0.0.0.0"]
`;
